using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Strategies.BuiltIn;

namespace Backtest.Goldens;

/// <summary>Runs the SMA cross with the stops of vectorbt's files.</summary>
/// <remarks>Where an exit is due at the open of a bar inside which the stop lies too, vectorbt fills at the stop's price. Here the open comes first.
/// The bars on which that happens are listed; without the exits that are due on them, everything is equal.</remarks>
internal static class StoppedRuns
{
    private static readonly AccountSettings Account = new(10_000, new TradingCosts(0.001), FillTime.NextOpen, 252, 0);

    private static readonly Dictionary<string, TradingRules> Rules = new()
    {
        ["take10"] = new TradingRules { TakeProfit = 0.1, StopsFromNextBar = true },
        ["stop5"] = new TradingRules { StopLoss = 0.05, StopsFromNextBar = true },
        ["stop5-take10"] = new TradingRules { StopLoss = 0.05, TakeProfit = 0.1, StopsFromNextBar = true },
        ["trail8"] = new TradingRules { TrailingStop = 0.08, StopsFromNextBar = true },
    };

    private static readonly string[] OpensBeforeStop =
    [
        "5/20 2010-06-29", "5/50 2011-08-02", "5/100 2007-11-08", "10/20 2000-02-22", "10/20 2002-06-04", "10/20 2015-12-14", "10/20 2018-12-17",
        "10/50 2000-05-10", "10/50 2001-02-16", "10/50 2002-04-15", "10/50 2010-08-24", "20/50 2014-10-13", "20/100 2003-02-07", "20/200 2007-11-26",
    ];

    private static readonly string[] OpensBeforeTrailingStop =
    [
        "5/20 2009-02-17", "5/20 2010-06-29", "5/50 2009-07-08", "5/100 2001-06-15", "5/200 2015-08-24", "10/20 2010-05-06", "10/20 2011-09-22",
        "10/50 2003-01-27", "10/50 2007-11-09", "10/100 2007-08-06", "10/100 2011-08-03", "10/100 2012-11-14", "10/200 2006-06-14",
        "10/200 2015-08-24", "20/50 2002-01-30", "20/100 2014-10-15",
    ];

    /// <summary>The stops, as the files are named after them.</summary>
    public static IReadOnlyCollection<string> Names => Rules.Keys;

    /// <summary>The pairs and bars on which the open comes first here, and the stop does in vectorbt.</summary>
    public static IReadOnlyList<string> OpensFirst(string name) =>
        name switch { "take10" => [], "trail8" => OpensBeforeTrailingStop, _ => OpensBeforeStop };

    /// <summary>Metrics of all pairs, without the exits that are due before a stop; that those are the known ones counts as a figure.</summary>
    public static void Metrics(Deviations deviations, string name)
    {
        List<string> found = [];
        Vectorbt.Metrics(deviations, MetricsFile(name), (fast, slow) => Run(fast, slow, Rules[name], found).Metrics);
        deviations.Same(string.Join(", ", OpensFirst(name)), string.Join(", ", found), "exits due at an open before a stop");
    }

    /// <summary>Metrics of all pairs as they are.</summary>
    public static void MetricsAsTheyAre(Deviations deviations, string name) =>
        Vectorbt.Metrics(deviations, MetricsFile(name), (fast, slow) => Run(fast, slow, Rules[name], null).Metrics, double.PositiveInfinity);

    /// <summary>The trades of a file, without the exits that are due before a stop.</summary>
    public static void Trades(Deviations deviations, string name) => Vectorbt.Trades(
        deviations, $"sp500-nextopen-fill-long-{name}-trades.csv", (fast, slow) => Run(fast, slow, Rules[name], []).Trades);

    private static string MetricsFile(string name) => $"sp500-nextopen-fill-long-{name}.csv";

    /// <param name="fast">The fast period.</param>
    /// <param name="slow">The slow period.</param>
    /// <param name="rules">The stops.</param>
    /// <param name="found">Is given the exits that were left out; null to leave none out.</param>
    private static (Metrics Metrics, IReadOnlyList<Trade> Trades) Run(double fast, double slow, TradingRules rules, List<string>? found)
    {
        var slice = new BarSlice(Sp500.Bars);
        var signals = new SignalColumns();
        signals.Reset(slice.Count);
        var cross = new SmaCross();
        var parameters = new ParameterSet(cross.Declaration.Parameters).With("fast", new ParameterValue(fast)).With("slow", new ParameterValue(slow));
        cross.WriteSignals(new MarketView(slice, new ColumnCache()), parameters, signals);
        var simulation = new SignalSimulation();
        while (true)
        {
            var metrics = simulation.Run(slice, signals, Account, rules);
            var early = simulation.Trades.FirstOrDefault(trade => IsOpenBeforeStop(slice, signals, trade, rules));
            if (found is null || early is not { Quantity: > 0 } trade) return (metrics, simulation.Trades);
            signals.Exits[trade.ExitBar - 1] = false;
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{fast}/{slow} {Sp500.Opened(trade.ExitBar):yyyy-MM-dd}"));
        }
    }

    private static bool IsOpenBeforeStop(BarSlice slice, SignalColumns signals, Trade trade, TradingRules rules)
    {
        if (trade.IsOpen || !signals.Exits[trade.ExitBar - 1] || trade.ExitPrice != slice.Open[trade.ExitBar]) return false;
        var highest = trade.EntryPrice;
        for (var bar = trade.EntryBar + 1; bar < trade.ExitBar; bar++) highest = Math.Max(highest, slice.High[bar]);
        var stop = rules.TrailingStop > 0 ? highest * (1 - rules.TrailingStop) : trade.EntryPrice * (1 - rules.StopLoss);
        return rules.TrailingStop + rules.StopLoss > 0 && stop < trade.ExitPrice && slice.Low[trade.ExitBar] <= stop;
    }
}
