using Backtest.Actors.Advice;
using Backtest.Actors.Running;

namespace Backtest.Actors.Tests.Advice;

public sealed class MachineTests
{
    [Fact]
    public void ThisMachineHasCoresAndMemory()
    {
        var machine = Machine.Current;

        Assert.Equal(Environment.ProcessorCount, machine.Cores);
        Assert.InRange(machine.AvailableMemory, 1, machine.TotalMemory);
    }

    [Fact]
    public void MemoryIsShownInPercentAndInGibibytes()
    {
        var memory = new MemoryUse(8L << 30, 6L << 30, 1L << 30);

        Assert.Equal((25, 6), (memory.UsedPercent, memory.AvailableGiB));
        Assert.Equal(0, new MemoryUse(0, 0, 0).UsedPercent);
    }
}
