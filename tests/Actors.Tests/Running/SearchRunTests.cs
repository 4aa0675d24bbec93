using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Storage.Journal;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Actors.Tests.Running;

public sealed class SearchRunTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public static TheoryData<StudySearch> Searches =>
    [
        new GuidedSearch(SearchMethod.TreeParzen, 60, 7) { Generation = 20 },
        new GuidedSearch(SearchMethod.Genetic, 60, 7) { Generation = 15, Objectives = ["sharpe", "max_drawdown"] },
        new GuidedSearch(SearchMethod.Sobol, 40, 7),
        new HalvingSearch(27, 7),
    ];

    public void Dispose() => _store.Dispose();

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task TheSetsAreTheSameForAnyNumberOfWorkers(StudySearch search)
    {
        using var alone = new TemporaryStore();
        await StudyRunner.RunAsync(Searched(search), new StudyRunOptions { Store = alone.Path, Workers = 0 });

        var outcome = await StudyRunner.RunAsync(Searched(search), new StudyRunOptions { Store = _store.Path, Workers = 3, BatchSize = 2 });

        Assert.Equal((RunEnd.Finished, 0), (outcome.End, outcome.Missing));
        Assert.Equal(Rows(search, alone.Path), Rows(search, _store.Path));
        Assert.Equal(outcome.Planned, outcome.Done + outcome.Failed + outcome.Dropped);
        Assert.True(outcome.Failed > 0);
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task AnInterruptedSearchGoesOnToTheSameSets(StudySearch search)
    {
        using var whole = new TemporaryStore();
        await StudyRunner.RunAsync(Searched(search), new StudyRunOptions { Store = whole.Path, Workers = 1 });
        using var cancellation = new CancellationTokenSource();
        var run = 0;
        var interrupted = new StudyRunOptions
        {
            Store = _store.Path,
            Workers = 2,
            BatchSize = 2,
            Hook = (_, next) =>
            {
                if (Interlocked.Increment(ref run) == 25) cancellation.Cancel();
                return next();
            },
        };

        var first = await StudyRunner.RunAsync(Searched(search), interrupted, cancellation.Token);
        var second = await StudyRunner.RunAsync(Searched(search), new StudyRunOptions { Store = _store.Path, Workers = 2 });

        Assert.Equal((RunEnd.Cancelled, RunEnd.Finished), (first.End, second.End));
        Assert.Equal(Rows(search, whole.Path), Rows(search, _store.Path));
    }

    [Fact]
    public async Task ALongerSearchBeginsWithTheSameSets()
    {
        await StudyRunner.RunAsync(Searched(new GuidedSearch(SearchMethod.TreeParzen, 40, 7) { Generation = 20 }), Options());

        var longer = await StudyRunner.RunAsync(Searched(new GuidedSearch(SearchMethod.TreeParzen, 100, 7) { Generation = 20 }), Options());

        Assert.Equal((40, 60), (longer.Found, longer.Done + longer.Failed));
    }

    [Fact]
    public async Task FailuresOfALaterGenerationAreGivenBack()
    {
        var study = Searched(new GuidedSearch(SearchMethod.TreeParzen, 60, 7) { Generation = 20 });
        var outcome = await StudyRunner.RunAsync(study, Options());

        Assert.Equal(outcome.Failed, await StudyRunner.RetryFailuresAsync(study, _store.Path));
    }

    private static Study Searched(StudySearch search)
    {
        var study = ExampleStudy.Poison(400, every: 7);
        return study with { Definition = study.Definition with { Search = search } };
    }

    private static string[] Rows(StudySearch search, string store)
    {
        using var journal = JournalReader.Open(new StoreDirectory(store));
        var table = ResultTable.Read(new Plan(Searched(search)), journal);
        return [.. table.At(Enumerable.Range(0, table.Count)).Select(row => $"{row.Index} {row.Key} {row.ParameterText} {row.Result.Hash}")];
    }

    private StudyRunOptions Options() => new() { Store = _store.Path, Workers = 2 };
}
