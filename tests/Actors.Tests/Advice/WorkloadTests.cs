using Backtest.Actors.Advice;

namespace Backtest.Actors.Tests.Advice;

public sealed class WorkloadTests
{
    private static readonly Machine Machine = new(8, 64L << 30, 64L << 30, OperatingSystemKind.Linux);

    [Fact]
    public void TheTimeOfARunIsSharedByWorkersAsFarAsThereAreCores()
    {
        var workload = Of(milliseconds: 10);

        Assert.Equal(TimeSpan.FromSeconds(100), workload.TimeOf(10_000, 1, 8));
        Assert.Equal(TimeSpan.FromSeconds(25), workload.TimeOf(10_000, 4, 8));
        Assert.Equal(TimeSpan.FromSeconds(12.5), workload.TimeOf(10_000, 16, 8));
        Assert.True(workload.TimeOf(long.MaxValue, 1, 8) > TimeSpan.FromDays(1_000_000));
    }

    [Theory]
    [InlineData(200, 1, 7)] // 200 ms of work: workers pay
    [InlineData(200, 0.01, 1)] // 2 ms of work: over before seven workers have started
    [InlineData(100_000, 0.01, 7)]
    [InlineData(99, 1000, 1)] // sequential below 100, whatever they take
    public void WorkersAreStartedWhereTheySaveMoreThanTheirStart(long backtests, double milliseconds, int workers) =>
        Assert.Equal(workers, RunAdvisor.Advise(Machine, backtests, Of(milliseconds)).Workers);

    [Fact]
    public void TheMeasuredNeedBoundsTheWorkers() =>
        Assert.Equal(3, RunAdvisor.Advise(Machine with { AvailableMemory = 3L << 30 }, 10_000, Of(1, bytes: 1L << 30)).Workers);

    [Fact]
    public void WithoutAMeasurementTheDefaultStands() => Assert.Equal(RunAdvisor.Advise(Machine, 10_000), RunAdvisor.Advise(Machine, 10_000, null));

    [Theory]
    [InlineData(8, 10_000, true)]
    [InlineData(2, 10_000, false)]
    [InlineData(8, 99, false)]
    public void AMeasurementIsOnlyWorthItsTimeWhereItCanChangeSomething(int cores, long backtests, bool depends) =>
        Assert.Equal(depends, RunAdvisor.DependsOnWorkload(Machine with { Cores = cores }, backtests));

    [Theory]
    [InlineData(8, 10_000, 7)] // 64 GiB available
    [InlineData(64, 10_000, 32)] // by memory
    [InlineData(64, 90, 1)]
    public void TheRuleOfThumbForProcessesIsTwoGibibytesAWorker(int cores, long backtests, int workers) =>
        Assert.Equal(workers, RunAdvisor.Advise(Machine with { Cores = cores }, backtests, RunAdvisor.ProcessBytesPerWorker).Workers);

    [Theory]
    [InlineData(OperatingSystemKind.Linux, 16, 14)]
    [InlineData(OperatingSystemKind.MacOS, 16, 12)]
    [InlineData(OperatingSystemKind.Windows, 16, 8)]
    [InlineData(OperatingSystemKind.Windows, 1, 1)]
    public void EveryPlatformHasItsShareOfTheCores(OperatingSystemKind system, int cores, int workers) =>
        Assert.Equal(workers, RunAdvisor.PlatformWorkers(new Machine(cores, 1, 1, system)));

    [Fact]
    public void ACompleteSetupIsThreeNumbers() => Assert.Equal(
        new RunAdvice(7, 70, 35), RunAdvisor.CompleteSetup(Machine));

    private static Workload Of(double milliseconds, long bytes = 1 << 20) => new(TimeSpan.FromMilliseconds(milliseconds), bytes, 1 << 20, 10);
}
