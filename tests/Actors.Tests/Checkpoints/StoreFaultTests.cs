using Akka.Persistence;
using Akka.Persistence.TestKit;
using Akka.TestKit.Xunit2;
using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Actors.Tests.Checkpoints;

/// <summary>Whole runs over a journal that fails.</summary>
public sealed class StoreFaultTests : TestKit
{
    private const int Count = 300;

    private readonly ITestJournal _journal;

    public StoreFaultTests()
        : base(QuickSystem.Failing.With("backtest.supervisor.store-patience = 30s")) =>
        _journal = TestJournal.FromRef(Persistence.Instance.Apply(Sys).JournalFor(null));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(2, 4)]
    [InlineData(1, 6)]
    public async Task WritesThatFailAreMadeUpFor(int first, int count)
    {
        await _journal.OnWrite.SetInterceptorAsync(new Faults(first, count, () => new TestJournalFailureException("disk full")));

        await ExpectAllRecordedOnceAsync(await RunAsync());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public async Task WritesThatAreRejectedAreMadeUpFor(int first, int count)
    {
        await _journal.OnWrite.SetInterceptorAsync(new Faults(first, count, () => new TestJournalRejectionException("not now")));

        await ExpectAllRecordedOnceAsync(await RunAsync());
    }

    [Fact]
    public async Task AStudyThatCannotBeNotedAtFirstIsNotedNoLess()
    {
        await _journal.OnWrite.SetInterceptorAsync(new Faults<StudyRecorded>(1, 1, () => new TestJournalFailureException("disk full")));

        await ExpectAllRecordedOnceAsync(await RunAsync());

        Assert.Single((await JournalEvents.ReadAsync(Sys, "poison")).OfType<StudyRecorded>());
    }

    [Fact]
    public async Task AJournalThatCannotBeReadAtFirstIsReadLater()
    {
        await RunAsync(Count / 2);
        await _journal.OnRecovery.SetInterceptorAsync(new Faults(1, 3, () => new TestJournalFailureException("disk gone")));

        var outcome = await RunAsync();

        Assert.Equal((RunEnd.Finished, Count / 2, Count / 2), (outcome.End, outcome.Found, outcome.Done));
        await ExpectKeysOnceAsync(Count);
    }

    [Fact]
    public async Task AStoreThatCannotBeReachedAtFirstIsReachedLater()
    {
        var failed = 0;
        await _journal.OnConnect.FailIf(() => Interlocked.Increment(ref failed) <= 3);

        await ExpectAllRecordedOnceAsync(await RunAsync());
    }

    [Fact]
    public async Task AStoreThatIsSlowIsWaitedFor()
    {
        await _journal.OnWrite.PassWithDelay(TimeSpan.FromMilliseconds(300));

        await ExpectAllRecordedOnceAsync(await RunAsync());
    }

    [Fact]
    public async Task FailuresAreNotGivenBackWhereTheStoreFails()
    {
        await RunAsync();
        await _journal.OnRecovery.Fail();
        var answer = new TaskCompletionSource<long>();
        Sys.ActorOf(RetryActor.Props(new Plan(ExampleStudy.Poison(Count)), answer));

        var failed = await Assert.ThrowsAsync<StoreException>(() => answer.Task.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.StartsWith("the store could not be read or written: ", failed.Message, StringComparison.Ordinal);
    }

    private Task<StudyOutcome> RunAsync(int count = Count) => StudyRunner
        .Prepare(new Plan(ExampleStudy.Poison(count)), new StudyRunOptions { Workers = 2, BatchSize = 10, CheckpointBatchSize = 20 })
        .ExecuteAsync(Sys, CancellationToken.None)
        .WaitAsync(TimeSpan.FromSeconds(60));

    private async Task ExpectAllRecordedOnceAsync(StudyOutcome outcome)
    {
        Assert.Equal((RunEnd.Finished, Count, 0), (outcome.End, outcome.Done, outcome.Missing));
        Assert.Empty(outcome.Alarms);
        await _journal.OnWrite.Pass();
        await _journal.OnConnect.Pass();
        await ExpectKeysOnceAsync(Count);
    }

    private async Task ExpectKeysOnceAsync(int count)
    {
        var batches = (await JournalEvents.ReadAsync(Sys, "poison")).OfType<ResultsRecorded>();
        var keys = batches.SelectMany(batch => batch.Rows).Select(row => row.Result.Key).ToArray();
        Assert.Equal((count, count), (keys.Length, keys.Distinct().Count()));
    }
}
