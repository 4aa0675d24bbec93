using Backtest.Engine.Bars;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Checks;

/// <summary>What a strategy decides in a window, a number a bar: which signals it sets; of a bar-by-bar strategy, its position as a share of
/// equity.</summary>
/// <param name="strategy">The strategy.</param>
/// <param name="series">The bars.</param>
/// <param name="account">The account.</param>
/// <param name="rules">The rules on top.</param>
/// <param name="parameters">The parameters.</param>
internal sealed class WindowDecisions(
    StrategyDefinition strategy, BarSeries series, AccountSettings account, TradingRules rules, ParameterSet parameters)
{
    // A position of all equity differs in its last digits with the price that it was opened at, which is no other decision.
    private const double SamePosition = 1e-6;

    /// <summary>How many decisions differ.</summary>
    public static int Differences(double[] one, double[] other)
    {
        var different = 0;
        for (var bar = 0; bar < one.Length; bar++)
        {
            if (!(Math.Abs(one[bar] - other[bar]) <= SamePosition)) different++;
        }

        return different;
    }

    /// <summary>The decisions in the window that begins at a bar of the series.</summary>
    /// <param name="start">The window's first bar.</param>
    /// <param name="history">The bars before it that are given.</param>
    /// <param name="length">The window's length.</param>
    public double[] Of(int start, int history, int length)
    {
        var slice = new BarSlice(series, start - history, start, start + length);
        var created = strategy.Create();
        return created is IBarStrategy byBars ? Positions(byBars, slice) : Signals((ISignalStrategy)created, slice);
    }

    private double[] Signals(ISignalStrategy created, BarSlice slice)
    {
        var signals = new SignalColumns();
        signals.Reset(slice.Count);
        created.WriteSignals(new MarketView(slice, new ColumnCache()), parameters, signals);
        var decisions = new double[slice.WindowCount];
        for (var bar = 0; bar < decisions.Length; bar++)
            decisions[bar] = (signals.Entries[slice.First + bar] ? 1 : 0) + (signals.Exits[slice.First + bar] ? 2 : 0);
        return decisions;
    }

    private double[] Positions(IBarStrategy created, BarSlice slice)
    {
        var simulation = new BarSimulation();
        simulation.Begin(slice, created, parameters, account, rules);
        var positions = new double[slice.WindowCount];
        for (var bar = 0; bar < positions.Length; bar++)
        {
            simulation.Advance(slice.First + bar + 1);
            var portfolio = simulation.Portfolio;
            positions[bar] = portfolio.Quantity * slice.Close[slice.First + bar] / portfolio.Equity;
        }

        return positions;
    }
}
