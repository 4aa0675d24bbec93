using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Backtest.Actors.Hosting;
using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Backtest.Actors.Tests.Running;

public sealed class WholeRunTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(2, null, null)]
    [InlineData(4, 7, 13)]
    [InlineData(-1, 1, 1)]
    [InlineData(2, 1000, 1000)]
    [InlineData(3, 100, 33)]
    public async Task ResultsAreTheSameWhateverTheWorkersAndBatches(int workers, int? batch, int? checkpointBatch)
    {
        using var reference = new TemporaryStore();
        var study = ExampleStudy.Poison(200, every: 25);
        await StudyRunner.RunAsync(study, new StudyRunOptions { Store = reference.Path, Workers = 1 });

        var outcome = await StudyRunner.RunAsync(study, Options(workers) with { BatchSize = batch, CheckpointBatchSize = checkpointBatch });

        Assert.Equal((192, 8), (outcome.Done, outcome.Failed));
        Assert.Equal(StudyJournal.Read(reference.Path), StudyJournal.Read(_store.Path));
        Assert.Equal(200, StudyJournal.Read(_store.Path).Select(row => row.Key).Distinct().Count());
    }

    [Theory]
    [InlineData(1, 70)]
    [InlineData(2, 70)]
    [InlineData(2, 5000)]
    public async Task NoBatchIsLargerThanTheChosenSize(int workers, int size)
    {
        await StudyRunner.RunAsync(ExampleStudy.Poison(500), Options(workers) with { CheckpointBatchSize = size });

        var sizes = StudyJournal.ReadBatches(_store.Path);
        Assert.All(sizes, written => Assert.InRange(written, 1, size));
        Assert.Equal(500, sizes.Sum());
    }

    [Fact]
    public async Task AStudyRunsAgainInOneSystemAsSoonAsItHasEnded()
    {
        await using var provider = new ServiceCollection().AddBacktest(_store.Path).BuildServiceProvider();
        var runner = provider.GetRequiredService<IStudyRunner>();

        for (var run = 1; run <= 20; run++)
            Assert.Equal(10 * run, (await runner.RunAsync(ExampleStudy.Poison(10 * run), new StudyRunOptions { Workers = 2 })).Found + 10);
    }

    [Fact]
    public async Task WhatIsReportedAsRecordedIsInTheDatabase()
    {
        ConcurrentQueue<string> wrong = [];
        (long Done, long Failed, int Reports) last = default;
        var progress = new Reports(told =>
        {
            using var reader = JournalReader.Open(new StoreDirectory(_store.Path));
            var batches = reader.Read("poison", keysOnly: true).Select(entry => entry.Event).OfType<ResultKeysRecorded>();
            var recorded = batches.Sum(batch => batch.Rows.Count);
            if (told.Done + told.Failed > recorded) wrong.Enqueue($"{told.Done + told.Failed} told, {recorded} recorded");
            if (told.Done < last.Done || told.Failed < last.Failed) wrong.Enqueue($"{last} went back to {told.Done}, {told.Failed}");
            last = (told.Done, told.Failed, last.Reports + 1);
        });
        var options = Options(2) with { Progress = progress, CheckpointBatchSize = 20, Hook = SlowDown };

        await StudyRunner.RunAsync(ExampleStudy.Poison(600, every: 10), options);

        Assert.Empty(wrong);
        Assert.Equal((540, 60), (last.Done, last.Failed));
        Assert.True(last.Reports > 2);
    }

    [Fact]
    public async Task AStoreThatAnotherHoldsForSecondsIsWaitedFor()
    {
        var held = 0;
        Task release = Task.CompletedTask;
        var options = Options(2) with
        {
            CheckpointBatchSize = 20,
            Hook = (backtest, run) =>
            {
                if (backtest.Index == 200 && Interlocked.Exchange(ref held, 1) == 0) release = HoldAsync(TimeSpan.FromSeconds(6));
                return run();
            },
        };

        var outcome = await StudyRunner.RunAsync(ExampleStudy.Poison(1000), options);
        await release;

        Assert.Equal((1, RunEnd.Finished, 1000), (held, outcome.End, outcome.Done));
        Assert.Equal(1000, StudyJournal.Read(_store.Path).Select(row => row.Key).Distinct().Count());
    }

    [Fact]
    public async Task ACancelledRunWithAHangingBacktestEndsAndTheNextRunOfTheSystemGoesOn()
    {
        using var cancellation = new CancellationTokenSource();
        var system = ActorSystem.Create("hanging", Configuration("backtest.supervisor.drain-timeout = 500ms"));
        var study = ExampleStudy.Poison(100, every: 40, "hang");
        var hanging = StudyRunner.Prepare(new Plan(study), Options(2) with { BatchSize = 5, Hook = CancelAt(60, cancellation) });

        var cancelled = await hanging.ExecuteAsync(system, cancellation.Token).WaitAsync(TimeSpan.FromSeconds(60));
        var timedOut = await StudyRunner
            .Prepare(new Plan(study), Options(2) with { Timeout = TimeSpan.FromMilliseconds(300) })
            .ExecuteAsync(system, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(60));
        var nothing = await StudyRunner.Prepare(new Plan(study), Options(2))
            .ExecuteAsync(system, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(RunEnd.Cancelled, cancelled.End);
        Assert.Equal((100, 2, RunEnd.Finished), (timedOut.Found + timedOut.Done + timedOut.Failed, timedOut.Failed, timedOut.End));
        Assert.Equal((100, 2), (nothing.Found, nothing.FoundFailed));
        // Not waited for: the workers that hang are part of it.
        _ = system.Terminate();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AStrategyThatCanNeverBeMadeEndsTheRunWithItsReason(int workers)
    {
        var outcome = await StudyRunner.RunAsync(ExampleStudy.Unmakeable(20), Options(workers)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(RunEnd.Broken, outcome.End);
        Assert.EndsWith("3 attempts came to nothing: InvalidOperationException: cannot be made again", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStrategyThatCannotBeMadeOnceCostsNothing()
    {
        var outcome = await StudyRunner.RunAsync(ExampleStudy.Breaking(200, made => made == 2), Options(2));

        Assert.Equal((200, RunEnd.Finished), (outcome.Done, outcome.End));
        Assert.Equal(200, StudyJournal.Read(_store.Path).Select(row => row.Key).Distinct().Count());
    }

    [Fact]
    public async Task AListenerThatThrowsStopsNothing()
    {
        var options = Options(2) with
        {
            Progress = new Reports(_ => throw new InvalidOperationException("progress")),
            Log = _ => throw new InvalidOperationException("log"),
        };

        var outcome = await StudyRunner.RunAsync(ExampleStudy.Poison(200), options);

        Assert.Equal((200, RunEnd.Finished), (outcome.Done, outcome.End));
    }

    [Fact]
    public async Task StudiesThatRunAtATimeInOneHostDoNotMixTheirResults()
    {
        await using var provider = new ServiceCollection().AddBacktest(_store.Path).BuildServiceProvider();
        var runner = provider.GetRequiredService<IStudyRunner>();
        var studies = Enumerable.Range(1, 4).Select(id => ExampleStudy.Poison(100 * id, every: 50, name: $"study-{id}")).ToArray();

        var outcomes = await Task.WhenAll(studies.Select(study => runner.RunAsync(study, new StudyRunOptions { Workers = 2 })));

        Assert.Equal([98, 196, 294, 392], outcomes.Select(outcome => (int)outcome.Done));
        await provider.DisposeAsync();
        Assert.Equal([100, 200, 300, 400], Enumerable.Range(1, 4).Select(id => StudyJournal.Read(_store.Path, $"study-{id}").Length));
    }

    private static Engine.Studies.BacktestResult SlowDown(
        Engine.Studies.PlannedBacktest backtest, Func<Engine.Studies.BacktestResult> run)
    {
        Thread.Sleep(1);
        return run();
    }

    private static BacktestHook CancelAt(long index, CancellationTokenSource cancellation) => (backtest, run) =>
    {
        if (backtest.Index == index) cancellation.Cancel();
        return run();
    };

    private StudyRunOptions Options(int workers) => new() { Store = _store.Path, Workers = workers };

    private Config Configuration(string further)
    {
        new StoreDirectory(_store.Path).OpenForWriting().Dispose();
        return BacktestConfiguration.Create(new StoreDirectory(_store.Path), QuickSystem.Intervals.With(further));
    }

    private async Task HoldAsync(TimeSpan time)
    {
        await Task.Yield();
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(new StoreDirectory(_store.Path).ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        await Task.Delay(time);
        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
    }

    private sealed class Reports(Action<StudyProgress> report) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => report(value);
    }
}
