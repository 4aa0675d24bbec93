using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;
using Backtest.Storage.Results;

namespace Backtest.Storage.Tests.Examples;

/// <summary>A study whose backtests have really run: 48 sets of <see cref="CrossStrategy"/> on two symbols in three windows.</summary>
internal static class SweepStudy
{
    public const int Sets = 48;

    public static Window[] Windows { get; } =
    [
        new("first", null, new DateTime(2010, 5, 1).Ticks),
        new("second", new DateTime(2010, 5, 1).Ticks, new DateTime(2010, 9, 1).Ticks),
        new("third", new DateTime(2010, 9, 1).Ticks, null),
    ];

    public static Plan Plan(params Window[] windows)
    {
        var entry = new StrategyEntry("sma-cross", null, [new ParameterAxis("fast", 3, 10, 1), new ParameterAxis("slow", 4, 9, 1)], null);
        DataSource[] sources = [new("UP", "made up", Timeframe.Day), new("DOWN", "made up", Timeframe.Day)];
        BarSeries[] series = [Bars("UP", 1), Bars("DOWN", 2)];
        var definition = new StudyDefinition("sweep", sources, [entry], windows.Length == 0 ? Windows : windows);
        return new Plan(new Study(definition, series, [CrossStrategy.Definition]));
    }

    /// <summary>The results of a plan, recorded and read again; those of some backtests replaced.</summary>
    public static ResultTable Run(JournalFile journal, Plan plan, Func<long, BacktestResult?>? replaced = null)
    {
        var runner = new BacktestRunner(plan, new ColumnCache());
        BacktestResult[] results = [.. Enumerable.Range(0, (int)plan.Count).Select(index => replaced?.Invoke(index) ?? runner.Run(index))];
        journal.Add("sweep", ResultStudy.Batch(results));
        return ResultTable.Read(plan, journal.Store);
    }

    private static BarSeries Bars(string symbol, ulong seed)
    {
        var made = SyntheticBars.Create(symbol, Timeframe.Day, 250, seed);
        var start = new DateTime(2010, 1, 1).Ticks;
        long[] times = [.. Enumerable.Range(1, made.Count).Select(bar => start + bar * TimeSpan.TicksPerDay)];
        return new BarSeries(symbol, Timeframe.Day, new BarColumns(
            times, made.Open.ToArray(), made.High.ToArray(), made.Low.ToArray(), made.Close.ToArray(), made.Volume.ToArray()));
    }
}
