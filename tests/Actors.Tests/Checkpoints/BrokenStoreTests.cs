using Akka.Persistence;
using Akka.Persistence.TestKit;
using Akka.TestKit.Xunit2;
using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Tests.Checkpoints;

/// <summary>Whole runs over a journal that stays broken.</summary>
public sealed class BrokenStoreTests : TestKit
{
    private const int Count = 300;

    private readonly ITestJournal _journal;

    public BrokenStoreTests()
        : base(QuickSystem.Failing.With("backtest.supervisor.store-patience = 1s")) =>
        _journal = TestJournal.FromRef(Persistence.Instance.Apply(Sys).JournalFor(null));

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task AStoreThatCanBeReadButNotWrittenEndsTheRunAndKeepsWhatItHas(int written)
    {
        await _journal.OnWrite.SetInterceptorAsync(
            new Faults(written + 1, int.MaxValue, () => new TestJournalFailureException("disk full")));

        var broken = await RunAsync();
        await _journal.OnWrite.Pass();
        var after = await RunAsync();

        Assert.Equal((RunEnd.Broken, "the store has failed for 1 s: disk full"), (broken.End, broken.Message));
        Assert.Equal(written * 20, broken.Done);
        Assert.Equal((RunEnd.Finished, written * 20, Count - written * 20), (after.End, after.Found, after.Done));
    }

    [Fact]
    public async Task AStoreThatCannotBeReachedEndsTheRun()
    {
        await _journal.OnConnect.Fail();

        var broken = await RunAsync();

        Assert.Equal((RunEnd.Broken, 0), (broken.End, broken.Done));
        Assert.StartsWith("the store has failed for 1 s: ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJournalThatCannotBeReadEndsTheRunAndKeepsWhatItHas()
    {
        await RunAsync();
        await _journal.OnRecovery.Fail();

        var broken = await RunAsync();

        Assert.Equal(RunEnd.Broken, broken.End);
        Assert.StartsWith("the store has failed for 1 s: ", broken.Message, StringComparison.Ordinal);
        await _journal.OnRecovery.Pass();
        Assert.Equal(Count, (await JournalEvents.ReadAsync(Sys, "poison")).OfType<ResultsRecorded>().Sum(batch => batch.Rows.Count));
    }

    private Task<StudyOutcome> RunAsync() => StudyRunner
        .Prepare(new Plan(ExampleStudy.Poison(Count)), new StudyRunOptions { Workers = 2, BatchSize = 10, CheckpointBatchSize = 20 })
        .ExecuteAsync(Sys, CancellationToken.None)
        .WaitAsync(TimeSpan.FromSeconds(60));
}
