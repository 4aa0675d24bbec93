using Backtest.Actors.Advice;
using Backtest.Actors.Running;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Tests.Running;

public sealed class ResolvedSettingsTests
{
    private static readonly Machine Machine = new(8, 64L << 30, 64L << 30, OperatingSystemKind.Linux);

    [Fact]
    public void WhereNobodySaysAnythingTheAdvisorDoes() => Assert.Equal(
        new ResolvedSettings(new RunAdvice(7, 70, 35), false, false, true, TimeSpan.FromSeconds(60)),
        Of(new StudyRunOptions(), new RunSettings()));

    [Fact]
    public void TheStudyGoesBeforeTheAdvisor() => Assert.Equal(
        new ResolvedSettings(new RunAdvice(3, 7, 9), true, true, false, TimeSpan.FromSeconds(5)),
        Of(new StudyRunOptions(), new RunSettings(3, 7, 9, false, TimeSpan.FromSeconds(5))));

    [Fact]
    public void TheCallerGoesBeforeTheStudy() => Assert.Equal(
        new ResolvedSettings(new RunAdvice(2, 11, 13), true, true, true, TimeSpan.FromSeconds(1)),
        Of(
            new StudyRunOptions
            {
                Workers = 2,
                BatchSize = 11,
                CheckpointBatchSize = 13,
                ContinueOnError = true,
                Timeout = TimeSpan.FromSeconds(1),
            },
            new RunSettings(3, 7, 9, false, TimeSpan.FromSeconds(5))));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(500, 500)]
    [InlineData(-1, 8)]
    public void NoneIsOneAndMinusOneIsAllCores(int workers, int resolved) =>
        Assert.Equal(resolved, Of(new StudyRunOptions { Workers = workers }, new RunSettings()).Advice.Workers);

    [Fact]
    public void ChosenWorkersBringTheirBatchSizes() =>
        Assert.Equal(new RunAdvice(20, 200, 100), Of(new StudyRunOptions { Workers = 20 }, new RunSettings()).Advice);

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 7)]
    public void AFewBacktestsRunInTheCallersThread(long backtests, int workers) =>
        Assert.Equal(workers, ResolvedSettings.Of(new StudyRunOptions(), new RunSettings(), backtests, Machine).Advice.Workers);

    [Fact]
    public void EveryNumberOutOfItsRangeIsNamed()
    {
        Refused(new StudyRunOptions { Workers = -2 }, -2, "workers are 0 (none), a number from 1 on, or -1 for all cores");
        Refused(new StudyRunOptions { BatchSize = 0 }, 0, "the batch size is 1 or more");
        Refused(new StudyRunOptions { CheckpointBatchSize = -5 }, -5, "the checkpoint batch size is 1 or more");
        Refused(new StudyRunOptions { Timeout = TimeSpan.Zero }, TimeSpan.Zero, "the timeout is more than zero");
    }

    [Fact]
    public void ANumberOfTheStudyIsCheckedToo() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new StudyRunOptions(), new RunSettings(Workers: -2)));

    private static void Refused(StudyRunOptions options, object value, string message)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Of(options, new RunSettings()));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(value, refused.ActualValue);
    }

    private static ResolvedSettings Of(StudyRunOptions options, RunSettings study) => ResolvedSettings.Of(options, study, 10_000, Machine);
}
