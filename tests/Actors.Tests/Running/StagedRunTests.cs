using Backtest.Actors.Hosting;
using Backtest.Actors.Running;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Results;
using Backtest.Storage.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Backtest.Actors.Tests.Running;

public sealed class StagedRunTests : IDisposable
{
    private const string Filter = "total_return > 0";

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ASetThatAWindowDropsIsNotRunOverTheWindowsAfterIt(int workers)
    {
        using var all = new TemporaryStore();
        await StudyRunner.RunAsync(Windowed(null), new StudyRunOptions { Store = all.Path, Workers = 1 });
        var expected = Survivors(Table(Windowed(null), all.Path));

        var outcome = await StudyRunner.RunAsync(Windowed(Filter), Options(workers));

        var table = Table(Windowed(Filter), _store.Path);
        Assert.Equal(RunEnd.Finished, outcome.End);
        Assert.Equal(expected, Rows(table));
        Assert.InRange(table.Count, 61, 179);
        Assert.Equal((180, 0), (outcome.Done + outcome.Failed + outcome.Dropped, outcome.Missing));
        Assert.Equal((table.Dropped, 0), (outcome.Dropped, table.Missing));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(75)]
    [InlineData(65)]
    public async Task InterruptedAnywhereItGoesOnToTheSameResults(int after)
    {
        using var whole = new TemporaryStore();
        await StudyRunner.RunAsync(Windowed(Filter), new StudyRunOptions { Store = whole.Path, Workers = 1 });
        using var cancellation = new CancellationTokenSource();
        var run = 0;
        var interrupted = Options(2) with
        {
            BatchSize = 3,
            Hook = (_, next) =>
            {
                if (Interlocked.Increment(ref run) == after) cancellation.Cancel();
                return next();
            },
        };

        var first = await StudyRunner.RunAsync(Windowed(Filter), interrupted, cancellation.Token);
        var second = await StudyRunner.RunAsync(Windowed(Filter), Options(2));

        Assert.Equal(RunEnd.Cancelled, first.End);
        Assert.Equal(first.Done + first.Failed, second.Found);
        Assert.Equal(Rows(Table(Windowed(Filter), whole.Path)), Rows(Table(Windowed(Filter), _store.Path)));
        var again = await StudyRunner.RunAsync(Windowed(Filter), Options(2));
        Assert.Equal((0, 0, 0), (again.Done, again.Failed, again.Missing));
    }

    [Fact]
    public async Task AHostRunsStagesInItsOwnStore()
    {
        await using var provider = new ServiceCollection().AddBacktest(_store.Path).BuildServiceProvider();

        var outcome = await provider.GetRequiredService<IStudyRunner>().RunAsync(Windowed(Filter), new StudyRunOptions { Workers = 2 });

        Assert.Equal((RunEnd.Finished, 0), (outcome.End, outcome.Missing));
        Assert.Equal(outcome.Done + outcome.Failed, Table(Windowed(Filter), _store.Path).Count);
    }

    [Fact]
    public async Task ProgressCountsTheWholeStudyAndWhatIsDropped()
    {
        List<StudyProgress> told = [];
        await StudyRunner.RunAsync(Windowed(Filter), Options(2) with { Progress = new Listener(told.Add) });

        Assert.All(told, progress => Assert.Equal(180, progress.Planned));
        Assert.Equal(told.Select(progress => progress.Done).Order(), told.Select(progress => progress.Done));
        Assert.Contains(told, progress => progress.Dropped > 0);
    }

    [Fact]
    public async Task AFinalFilterDropsInTheEndAndSparesNothing()
    {
        var study = Windowed(null);
        study = study with { Definition = study.Definition with { FinalFilter = new Expression("total_return > 0") } };

        var outcome = await StudyRunner.RunAsync(study, Options(2));

        var table = Table(study, _store.Path);
        Assert.Equal((180, 0, 180), (outcome.Done + outcome.Failed, outcome.Dropped, table.Count));
        Assert.InRange(table.Survey!.DroppedSets().Count(), 1, 59);
    }

    private static Study Windowed(string? filter)
    {
        var study = ExampleStudy.Poison(60, every: 20);
        Window[] windows = [Window(0, 100), Window(100, 200), Window(200, 300)];
        return study with
        {
            Definition = study.Definition with { Windows = windows, WindowFilter = filter is null ? null : new Expression(filter) },
        };
    }

    private static Window Window(int from, int to) => new($"{from}", from * TimeSpan.TicksPerDay, to * TimeSpan.TicksPerDay);

    private static ResultTable Table(Study study, string store)
    {
        using var journal = JournalReader.Open(new StoreDirectory(store));
        return ResultTable.Read(new Plan(study), journal);
    }

    private static string[] Rows(ResultTable table) => [.. table.At(Enumerable.Range(0, table.Count)).Select(Text)];

    private static string Text(ResultRow row) => $"{row.Index} {row.Key} {row.Result.Hash}";

    private static string[] Survivors(ResultTable all)
    {
        List<string> kept = [];
        for (var set = 0; set < all.Count / 3; set++)
        {
            for (var window = 0; window < 3; window++)
            {
                var row = all[set * 3 + window];
                kept.Add(Text(row));
                if (!(row.Status == ResultStatus.Done && row.Metrics.TotalReturn > 0)) break;
            }
        }

        return [.. kept];
    }

    private StudyRunOptions Options(int workers) => new() { Store = _store.Path, Workers = workers };

    private sealed class Listener(Action<StudyProgress> told) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => told(value);
    }
}
