using System.Collections.Concurrent;
using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;

namespace Backtest.Actors.Tests.Running;

public sealed class DamagedJournalTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly ConcurrentQueue<string> _log = [];

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(1.0)]
    public async Task ADamagedBatchIsReportedAndItsBacktestsRunAgain(double where)
    {
        await RunAsync();
        var whole = StudyJournal.Read(_store.Path);
        // Event 1 is the study.
        var lost = RowsOf(3);
        StudyJournal.Damage(_store.Path, sequence: 3, where);

        var repaired = await RunAsync();

        Assert.Equal((200 - lost, lost, RunEnd.Finished), (repaired.Found, repaired.Done, repaired.End));
        Assert.Equal(
            ["warning: event 3: its checksum does not match its content; its results are missing and run again"], _log);
        Assert.Equal(whole, StudyJournal.Read(_store.Path));
        Assert.Equal(200, (await RunAsync()).Found);
    }

    [Fact]
    public async Task ADamagedStudyIsNotedAgain()
    {
        await RunAsync();
        StudyJournal.Damage(_store.Path, sequence: 1, where: 0.5);

        var again = await RunAsync();

        Assert.Equal((200, RunEnd.Finished), (again.Found, again.End));
        using var reader = Storage.Journal.JournalReader.Open(new Storage.Store.StoreDirectory(_store.Path));
        Assert.Equal(200, reader.FindStudy("poison")!.Backtests);
    }

    [Fact]
    public async Task ABatchThatIsGoneRunsAgain()
    {
        await RunAsync();
        var whole = StudyJournal.Read(_store.Path);
        var lost = RowsOf(4);
        StudyJournal.Execute(_store.Path, "DELETE FROM journal WHERE sequence_number = 4");

        var outcome = await RunAsync();

        Assert.Equal((200 - lost, lost), (outcome.Found, outcome.Done));
        Assert.Equal(whole, StudyJournal.Read(_store.Path));
    }

    /// <summary>A batch may be smaller than the chosen size where a node had nothing else to do and waited for it.</summary>
    private long RowsOf(long sequence)
    {
        using var reader = Storage.Journal.JournalReader.Open(new Storage.Store.StoreDirectory(_store.Path));
        var batch = reader.Read("poison", keysOnly: true).Single(entry => entry.Sequence == sequence).Event;
        return Assert.IsType<Storage.Journal.ResultKeysRecorded>(batch).Rows.Count;
    }

    private Task<StudyOutcome> RunAsync() => StudyRunner.RunAsync(
        ExampleStudy.Poison(200),
        new StudyRunOptions { Store = _store.Path, Workers = 2, BatchSize = 10, CheckpointBatchSize = 50, Log = _log.Enqueue });
}
