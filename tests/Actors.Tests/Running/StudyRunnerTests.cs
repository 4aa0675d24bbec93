using System.Collections.Concurrent;
using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Storage.Store;

namespace Backtest.Actors.Tests.Running;

public sealed class StudyRunnerTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task EveryBacktestIsRecordedOnceAndASecondRunFindsNothingMissing(int workers)
    {
        var study = ExampleStudy.Poison(1000);

        var first = await RunAsync(study, workers);
        var second = await RunAsync(study, workers);

        Assert.Equal((1000, 0, 1000, 0, RunEnd.Finished), (first.Planned, first.Found, first.Done, first.Failed, first.End));
        Assert.Equal((1000, 1000, 0, 0, RunEnd.Finished), (second.Planned, second.Found, second.Done, second.Failed, second.End));
    }

    [Fact]
    public async Task AStudyThatGrewRunsOnlyWhatIsNew()
    {
        await RunAsync(ExampleStudy.Poison(300), 2);

        var grown = await RunAsync(ExampleStudy.Poison(420), 2);

        Assert.Equal((420, 300, 120), (grown.Planned, grown.Found, grown.Done));
    }

    [Theory]
    [InlineData(1, "throw")]
    [InlineData(2, "throw")]
    [InlineData(2, "warm-up")]
    public async Task APoisonedBacktestCostsItsOwnResultOnly(int workers, string mode)
    {
        var study = ExampleStudy.Poison(500, every: 50, mode);

        var first = await RunAsync(study, workers);
        var second = await RunAsync(study, workers);

        Assert.Equal((490, 10, RunEnd.Finished), (first.Done, first.Failed, first.End));
        Assert.Equal((500, 10, 0), (second.Found, second.FoundFailed, second.Failed));
    }

    [Fact]
    public async Task FailuresThatAreGivenBackRunAgain()
    {
        var study = ExampleStudy.Poison(500, every: 50);
        await RunAsync(study, 2);

        var given = await StudyRunner.RetryFailuresAsync(study, _store.Path);
        var again = await RunAsync(study, 2);

        Assert.Equal(10, given);
        Assert.Equal((490, 0, 10), (again.Found, again.Done, again.Failed));
    }

    [Fact]
    public async Task ARunThatStopsOnErrorKeepsWhatItRecorded()
    {
        var study = ExampleStudy.Poison(20_000, every: 100);

        var stopped = await StudyRunner.RunAsync(study, Options(2) with { ContinueOnError = false });
        var on = await RunAsync(study, 2);

        Assert.Equal(RunEnd.StoppedOnError, stopped.End);
        Assert.True(stopped is { Failed: > 0, Missing: > 0 }, stopped.ToString());
        Assert.Equal(stopped.Done + stopped.Failed, on.Found);
        Assert.Equal((RunEnd.Finished, 0), (on.End, on.Missing));
    }

    [Fact]
    public async Task AHangingBacktestTimesOutAndTheOthersAreDone()
    {
        var study = ExampleStudy.Poison(200, every: 80, "hang");

        var outcome = await StudyRunner.RunAsync(study, Options(2) with { Timeout = TimeSpan.FromMilliseconds(300), BatchSize = 20 });

        Assert.Equal((198, 2, RunEnd.Finished), (outcome.Done, outcome.Failed, outcome.End));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ACancelledRunGoesOnWhereItStopped(int workers)
    {
        var study = ExampleStudy.Poison(30_000);
        using var cancellation = new CancellationTokenSource();
        var options = Options(workers) with
        {
            Hook = (backtest, run) =>
            {
                if (backtest.Index == 500) cancellation.Cancel();
                return run();
            },
        };

        var cancelled = await StudyRunner.RunAsync(study, options, cancellation.Token);
        var on = await RunAsync(study, workers);

        Assert.Equal(RunEnd.Cancelled, cancelled.End);
        Assert.True(cancelled is { Done: > 0, Missing: > 0 }, cancelled.ToString());
        Assert.Equal(cancelled.Done, on.Found);
        Assert.Equal((30_000, RunEnd.Finished), (on.Found + on.Done, on.End));
    }

    [Fact]
    public async Task WithOneWorkerBacktestsRunInTheCallersThread()
    {
        ConcurrentDictionary<int, bool> threads = [];
        var options = Options(1) with
        {
            Hook = (_, run) =>
            {
                threads[Environment.CurrentManagedThreadId] = true;
                return run();
            },
        };
        var here = Environment.CurrentManagedThreadId;

        await StudyRunner.RunAsync(ExampleStudy.Poison(200), options);

        Assert.Equal([here], threads.Keys);
    }

    [Fact]
    public async Task ProgressEndsWithEveryBacktestCounted()
    {
        var last = new Reports();

        await StudyRunner.RunAsync(ExampleStudy.Poison(2000, every: 100), Options(2) with { Progress = last });

        Assert.Equal((2000, 1980, 20, 0), (last.Last!.Planned, last.Last.Done, last.Last.Failed, last.Last.Missing));
    }

    [Fact]
    public async Task AProfileNamesTheStagesOfEachStrategy()
    {
        var outcome = await StudyRunner.RunAsync(ExampleStudy.Poison(300), Options(2) with { Profile = true });

        Assert.Contains(outcome.Profile, entry => entry is { Strategy: "poison", Calls: 300 });
    }

    [Fact]
    public async Task AStoreIsWrittenByOneRunAtATime()
    {
        using var held = new StoreDirectory(_store.Path).OpenForWriting();

        var refused = await Assert.ThrowsAsync<StoreException>(() => RunAsync(ExampleStudy.Poison(10), 1));

        Assert.Contains("in use by another run", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHookThatThrowsIsAFailedBacktest()
    {
        var options = Options(2) with
        {
            Hook = (backtest, run) => backtest.Index == 7 ? throw new InvalidOperationException("hooked") : run(),
        };

        var outcome = await StudyRunner.RunAsync(ExampleStudy.Poison(100), options);

        Assert.Equal((99, 1), (outcome.Done, outcome.Failed));
    }

    private Task<StudyOutcome> RunAsync(Study study, int workers) => StudyRunner.RunAsync(study, Options(workers));

    private StudyRunOptions Options(int workers) => new() { Store = _store.Path, Workers = workers };

    private sealed class Reports : IProgress<StudyProgress>
    {
        public StudyProgress? Last { get; private set; }

        public void Report(StudyProgress value) => Last = value;
    }
}
