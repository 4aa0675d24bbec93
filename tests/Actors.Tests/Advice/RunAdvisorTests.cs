using Backtest.Actors.Advice;

namespace Backtest.Actors.Tests.Advice;

public sealed class RunAdvisorTests
{
    private const long Plenty = 64L << 30;

    [Theory]
    [InlineData(8, 10_000, 7)] // all cores but one
    [InlineData(8, 100, 7)] // parallel from 100 on
    [InlineData(8, 99, 1)] // sequential below
    [InlineData(8, 9, 1)] // the guide's formula gives 0 here
    [InlineData(8, 0, 1)]
    [InlineData(16, 100, 10)] // at least ten backtests a worker
    [InlineData(2, 10_000, 1)]
    [InlineData(1, 10_000, 1)] // the guide's formula gives 0 here
    [InlineData(64, 10_000_000_000, 63)]
    public void WorkersAreBoundedByCoresAndByBacktests(int cores, long backtests, int workers) =>
        Assert.Equal(workers, RunAdvisor.Advise(Linux(cores), backtests).Workers);

    [Theory]
    [InlineData(8, 0, 1)] // no memory left: a floor of one
    [InlineData(8, 1L << 30, 1)]
    [InlineData(8, 3L << 30, 3)]
    [InlineData(8, 100L << 30, 7)]
    public void WorkersAreBoundedByMemory(int cores, long available, int workers) =>
        Assert.Equal(workers, RunAdvisor.Advise(Linux(cores, available), 10_000, bytesPerWorker: 1L << 30).Workers);

    [Theory]
    [InlineData(200L << 20, 4)]
    [InlineData(49L << 20, 1)]
    public void AWorkerNeeds50MebibytesWhereItWasNotMeasured(long available, int workers) =>
        Assert.Equal(workers, RunAdvisor.Advise(Linux(16, available), 10_000).Workers);

    [Fact]
    public void ANeedOfNothingIsNoDivisionByZero() =>
        Assert.Equal(7, RunAdvisor.Advise(Linux(8), 10_000, bytesPerWorker: 0).Workers);

    [Theory]
    [InlineData(OperatingSystemKind.Linux, 8, 7)]
    [InlineData(OperatingSystemKind.MacOS, 8, 7)]
    [InlineData(OperatingSystemKind.Windows, 8, 4)]
    [InlineData(OperatingSystemKind.Windows, 3, 1)]
    [InlineData(OperatingSystemKind.Windows, 1, 1)]
    public void OnWindowsHalfTheCoresWork(OperatingSystemKind system, int cores, int workers) =>
        Assert.Equal(workers, RunAdvisor.Advise(new Machine(cores, Plenty, Plenty, system), 10_000).Workers);

    [Theory]
    [InlineData(1, 50, 10)]
    [InlineData(2, 50, 10)]
    [InlineData(3, 50, 15)]
    [InlineData(5, 50, 25)]
    [InlineData(6, 60, 30)]
    [InlineData(16, 160, 80)]
    [InlineData(64, 640, 320)]
    public void BatchSizesGrowWithTheWorkersFromAFloor(int workers, int batch, int checkpointBatch) =>
        Assert.Equal(new RunAdvice(workers, batch, checkpointBatch), RunAdvisor.ForWorkers(workers));

    [Theory]
    [InlineData("fast", 8, 8, 80, 40)]
    [InlineData("fast", 1, 1, 50, 10)]
    [InlineData("recommended", 8, 7, 100, 50)]
    [InlineData("recommended", 1, 1, 100, 50)]
    [InlineData("conservative", 8, 4, 50, 20)]
    [InlineData("conservative", 1, 1, 50, 10)]
    [InlineData("complete", 64, 8, 80, 40)] // a cap of 8
    [InlineData("complete", 4, 3, 50, 25)] // a floor of 25 for the checkpoint batch
    [InlineData("complete", 1, 1, 50, 25)]
    public void APresetHasItsOwnNumbers(string name, int cores, int workers, int batch, int checkpointBatch) =>
        Assert.Equal(new RunAdvice(workers, batch, checkpointBatch), RunAdvisor.Preset(name, Linux(cores)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData((4L << 30) - 1, 1)]
    [InlineData(4L << 30, 2)]
    [InlineData(10L << 30, 5)]
    [InlineData(100L << 30, 8)]
    public void TheCompletePresetTakesTwoGibibytesAWorker(long available, int workers) =>
        Assert.Equal(workers, RunAdvisor.Preset("complete", Linux(32, available))!.Workers);

    [Theory]
    [InlineData("FAST")]
    [InlineData("")]
    [InlineData("turbo")]
    public void AnUnknownPresetIsNone(string name) => Assert.Null(RunAdvisor.Preset(name, Linux(8)));

    private static Machine Linux(int cores, long available = Plenty) => new(cores, Math.Max(Plenty, available), available, OperatingSystemKind.Linux);
}
