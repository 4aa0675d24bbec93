using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Tests.Simulation;

public sealed class SignalSimulationTests
{
    [Fact]
    public void AnEntryFillsAtTheNextOpenAndAnExitAtTheOneAfterItsSignal()
    {
        var slice = new BarSlice(Bars([10, 11, 12, 13, 14]));
        var signals = new SignalColumns();
        signals.Reset(5);
        signals.Entries[0] = true;
        signals.Exits[2] = true;
        var simulation = new SignalSimulation();

        var metrics = simulation.Run(slice, signals, new AccountSettings(100, new TradingCosts(), FillTime.NextOpen, 252, 0));

        var trade = Assert.Single(simulation.Trades);
        Assert.Equal((1, 3, 10.0, 12.0), (trade.EntryBar, trade.ExitBar, trade.EntryPrice, trade.ExitPrice));
        Assert.Equal(120, metrics.FinalEquity, 12);
    }

    /// <summary>Bars that open at the close before them.</summary>
    private static BarSeries Bars(double[] closes)
    {
        double[] opens = [closes[0], .. closes[..^1]];
        double[] highs = [.. closes.Zip(opens, Math.Max)];
        double[] lows = [.. closes.Zip(opens, Math.Min)];
        long[] times = [.. closes.Select((_, i) => (i + 1) * TimeSpan.TicksPerDay)];
        return new BarSeries("TEST", Timeframe.Day, new BarColumns(times, opens, highs, lows, closes, new double[closes.Length]));
    }
}
