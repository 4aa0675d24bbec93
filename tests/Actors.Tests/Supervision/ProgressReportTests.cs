using Backtest.Actors.Running;
using Backtest.Actors.Supervision;

namespace Backtest.Actors.Tests.Supervision;

public sealed class ProgressReportTests
{
    private readonly ProgressReport _report = new(1000);

    [Fact]
    public void TheTimeLeftComesFromTheRate()
    {
        Assert.Null(_report.At(TimeSpan.Zero, 100, 0, 0).Remaining);

        var progress = _report.At(TimeSpan.FromSeconds(2), 100, 190, 10);

        Assert.Equal((100, TimeSpan.FromSeconds(7), 700), (progress.PerSecond, progress.Remaining, progress.Missing));
    }

    [Fact]
    public void NothingIsLeftAtTheEnd() =>
        Assert.Equal(TimeSpan.Zero, _report.At(TimeSpan.Zero, 1000, 0, 0).Remaining);

    [Fact]
    public void WorkersAreThoseOfTheNodesThatAreThere()
    {
        _report.Note("b", [new WorkerProgress("b-1", 1, -1)]);
        _report.Note("a", [new WorkerProgress("a-1", 1, -1), new WorkerProgress("a-2", 1, -1)]);
        Assert.Equal(["a-1", "a-2", "b-1"], Names());

        _report.Forget("a");

        Assert.Equal(["b-1"], Names());
    }

    [Fact]
    public void ARateNextToNothingIsNoOverflow()
    {
        var report = new ProgressReport(10_000_000_000);
        report.At(TimeSpan.Zero, 0, 0, 0);

        Assert.NotNull(report.At(TimeSpan.FromDays(20_000), 0, 1, 0).Remaining);
    }

    private IEnumerable<string> Names() => _report.At(TimeSpan.Zero, 0, 0, 0).Workers.Select(worker => worker.Name);
}
