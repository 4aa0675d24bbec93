using Backtest.Actors.Advice;
using Backtest.Actors.Running;
using Backtest.Actors.Supervision;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Actors.Tests.Running;

public sealed class PreparedRunTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void PreparingWritesNothing()
    {
        var run = Prepare(ExampleStudy.Poison(500));

        Assert.Equal((500, 0, 500), (run.Coverage.Planned, run.Coverage.Found, run.Coverage.Missing));
        Assert.Empty(Directory.GetFileSystemEntries(_store.Path));
    }

    [Fact]
    public async Task WhatIsMissingDecidesTheWorkers()
    {
        await StudyRunner.RunAsync(ExampleStudy.Poison(450), Options());

        var run = Prepare(ExampleStudy.Poison(500));

        Assert.Equal((450, 50), (run.Coverage.Found, run.Coverage.Missing));
        Assert.Equal(1, run.Settings.Advice.Workers);
    }

    [Fact]
    public async Task WhereNothingIsMissingNothingIsStarted()
    {
        await StudyRunner.RunAsync(ExampleStudy.Poison(100, every: 10), Options());
        using var held = new StoreDirectory(_store.Path).OpenForWriting();

        // A run that started anything would find the store locked.
        var outcome = await StudyRunner.RunAsync(ExampleStudy.Poison(100, every: 10), Options());

        Assert.Equal((100, 100, 10, 0, RunEnd.Finished), (outcome.Planned, outcome.Found, outcome.FoundFailed, outcome.Done, outcome.End));
    }

    [Fact]
    public async Task ResultsAreKeptWhereNothingIsMissingAndOnlyThere()
    {
        Assert.Null(Prepare(ExampleStudy.Poison(100)).Results);
        await StudyRunner.RunAsync(ExampleStudy.Poison(100, every: 10), Options());

        var complete = Prepare(ExampleStudy.Poison(100, every: 10));
        var grown = Prepare(ExampleStudy.Poison(120, every: 10));

        Assert.Equal((100, 10), (complete.Results!.Count, complete.Results.Failed));
        Assert.Equal((100, 100, 0), (complete.Coverage.Planned, complete.Coverage.Found, complete.Coverage.MissingRanges.Count));
        Assert.Null(grown.Results);
        Assert.Equal([new IndexRange(100, 20)], grown.Coverage.MissingRanges);
    }

    [Fact]
    public async Task AStudyWhoseTextChangedIsNotedThoughNothingIsMissing()
    {
        await StudyRunner.RunAsync(ExampleStudy.Poison(20), Options() with { Source = new StudySource("old", "/s.yaml") });

        await StudyRunner.RunAsync(ExampleStudy.Poison(20), Options() with { Source = new StudySource("new", "/s.yaml") });

        using var journal = JournalReader.Open(new StoreDirectory(_store.Path));
        Assert.Equal("new", journal.FindStudy("poison")!.Text);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(null, false)]
    public void OnlyWorkersThatWereAskedForRunInTheCallersThread(int? workers, bool here) =>
        Assert.Equal(here, StudyRunner.Prepare(new Plan(ExampleStudy.Poison(50)), Options() with { Workers = workers }).Settings.InCallersThread);

    [Fact]
    public void APresetGoesBeforeTheStudyAndBehindTheCaller()
    {
        var study = ExampleStudy.Poison(500);
        study = study with { Definition = study.Definition with { Run = new RunSettings(3, 7, 9) } };
        var options = Options() with { Preset = new RunAdvice(5, 100, 50), BatchSize = 20, MaximumWorkers = 4 };

        var settings = StudyRunner.Prepare(new Plan(study), options).Settings;

        Assert.Equal(new RunAdvice(4, 20, 50), settings.Advice);
        Assert.Equal((true, false), (settings.ExactBatch, settings.ExactCheckpointBatch));
    }

    [Fact]
    public void ATrialTellsWhatABacktestTakes()
    {
        var workload = Prepare(ExampleStudy.Poison(500)).Calibrate();

        Assert.NotNull(workload);
        Assert.True(workload.PerBacktest > TimeSpan.Zero);
        Assert.InRange(workload.Sampled, 1, 65);
        Assert.Equal(300 * 48, workload.SharedBytes);
        Assert.Empty(Directory.GetFileSystemEntries(_store.Path));
    }

    [Fact]
    public void ABacktestThatNeverEndsDoesNotKeepTheRunFromStarting() =>
        Assert.Null(Prepare(ExampleStudy.Poison(500, every: 1, "hang")).Calibrate());

    private PreparedRun Prepare(Study study) => StudyRunner.Prepare(new Plan(study), Options());

    private StudyRunOptions Options() => new() { Store = _store.Path };
}
