using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Strategies.BuiltIn;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>Stops on the SMA cross against vectorbt 1.1.0: thirteen pairs, every metric and the trades, to 1e-9.</summary>
/// <remarks>Where an exit is due at the open of a bar inside which the stop lies too, vectorbt fills at the stop's price. Here the open comes first.
/// The bars on which that happens are listed; without the exits that are due on them, everything is equal.</remarks>
public sealed class RulesTests
{
    private static readonly AccountSettings Account = new(10_000, new TradingCosts(0.001), FillTime.NextOpen, 252, 0);

    private static readonly Dictionary<string, TradingRules> Rules = new()
    {
        ["stop5"] = new TradingRules { StopLoss = 0.05, StopsFromNextBar = true },
        ["take10"] = new TradingRules { TakeProfit = 0.1, StopsFromNextBar = true },
        ["trail8"] = new TradingRules { TrailingStop = 0.08, StopsFromNextBar = true },
        ["stop5-take10"] = new TradingRules { StopLoss = 0.05, TakeProfit = 0.1, StopsFromNextBar = true },
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

    [Theory]
    [InlineData("take10")]
    [InlineData("stop5")]
    [InlineData("stop5-take10")]
    [InlineData("trail8")]
    public void MetricsAndTradesEqualVectorbt(string file)
    {
        List<string> found = [];
        Vectorbt.MetricsEqual($"sp500-nextopen-fill-long-{file}.csv", (fast, slow) => Run(fast, slow, Rules[file], found).Metrics);
        Assert.Equal(file switch { "take10" => [], "trail8" => OpensBeforeTrailingStop, _ => OpensBeforeStop }, found);

        Vectorbt.TradesEqual($"sp500-nextopen-fill-long-{file}-trades.csv", (fast, slow) => Run(fast, slow, Rules[file], found).Trades);
    }

    private static (Metrics Metrics, IReadOnlyList<Trade> Trades) Run(double fast, double slow, TradingRules rules, List<string> found)
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
            if (simulation.Trades.FirstOrDefault(trade => IsOpenBeforeStop(slice, signals, trade, rules)) is not { Quantity: > 0 } trade)
                return (metrics, simulation.Trades);
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
