using Backtest.Actors.Advice;
using Backtest.Host.Running;

namespace Backtest.Host.Tests.Running;

public sealed class StartTextTests
{
    [Theory]
    [InlineData(2, 16, "note: with 2 cores, workers win little over --workers none")]
    [InlineData(8, 4, "note: 4.0 GB of memory is little: large data may leave room for few workers")]
    [InlineData(1, 2, "note: 1 core and 2.0 GB of memory are little: workers win little here, and large data may not fit")]
    [InlineData(3, 8, null)]
    public void ASmallMachineIsSaidOnOneLine(int cores, int gigabytes, string? line) =>
        Assert.Equal(line, StartText.Warning(new Machine(cores, (long)gigabytes << 30, 1L << 30, OperatingSystemKind.Linux)));
}
