using System.Diagnostics;
using Backtest.Actors.Running;
using Backtest.Benchmarks.EndToEnd;
using Backtest.Engine.Market;
using Backtest.Engine.Studies;
using Backtest.Storage.Bars;

namespace Backtest.Benchmarks.Engines;

/// <summary>A walk-forward study through the whole pipeline in the caller's thread: actors, durable journal, selection.</summary>
internal sealed class WalkForwardStudy
{
    private readonly string _folder;
    private readonly Study _study;
    private int _runs;

    /// <summary>Writes it.</summary>
    /// <param name="folder">Where its bars and its journals are.</param>
    /// <param name="quick">True for a small one.</param>
    public WalkForwardStudy(string folder, bool quick)
    {
        _folder = folder;
        Timeframe.TryParse("1d", out var day);
        using (var writer = new StreamWriter(Path.Combine(folder, "walk.csv"))) BarCsv.Write(writer, SyntheticBars.Create("SYN", day, 5_000, 7));
        var file = Path.Combine(folder, "walk.yaml");
        File.WriteAllText(file, $$"""
            study: walk
            data: [{ symbol: SYN, file: walk.csv, timeframe: 1d }]
            strategies:
              - name: sma-cross
                parameters: { fast: { from: 2, to: {{(quick ? 10 : 60)}} }, slow: { from: 20, to: 120, step: 2 } }
                where: fast < slow
            windows:
              walk-forward: { train: 3y, test: 1y, mode: rolling, select: sharpe }
            costs: { commission: 0.1% }
            """);
        _study = CrossStudy.Open(file);
        var plan = new Plan(_study);
        var reader = plan.CreateReader();
        Backtests = plan.Count;
        for (var run = 0; run < plan.RunsPerSet; run++)
        {
            var slice = reader.Read(run).Slice;
            SymbolBars += slice.WindowCount * plan.SetCount;
        }
    }

    /// <summary>Backtests of one run.</summary>
    public long Backtests { get; }

    /// <summary>Bars of all of them in their windows, warm-up left out.</summary>
    public long SymbolBars { get; }

    /// <summary>Runs it once, with a store of its own.</summary>
    /// <returns>The time it took.</returns>
    public async Task<TimeSpan> RunAsync()
    {
        var options = new StudyRunOptions { Store = Path.Combine(_folder, $"walk-{_runs++}"), Workers = 1, Progress = new SilentProgress() };
        var began = Stopwatch.GetTimestamp();
        var outcome = await StudyRunner.RunAsync(_study, options).ConfigureAwait(false);
        var elapsed = Stopwatch.GetElapsedTime(began);
        if (outcome.End != RunEnd.Finished || outcome.Done != Backtests) throw new InvalidOperationException($"the run ended as {outcome}");
        return elapsed;
    }
}
