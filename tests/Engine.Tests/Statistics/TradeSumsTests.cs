using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics;

/// <summary>The sums as they show in the metrics; each is compared with a naive one in every random market of the simulation's tests.</summary>
public sealed class TradeSumsTests
{
    [Fact]
    public void NoTradesAreNoFeesAndNothingElse()
    {
        var metrics = Run([], []);

        Assert.Equal((0, 0, 0, 0), (metrics.Trades, metrics.ClosedTrades, metrics.FeesPaid, metrics.Turnover));
        Assert.Equal((double.NaN, double.NaN, double.NaN), (metrics.WinRate, metrics.ProfitFactor, metrics.Expectancy));
    }

    /// <summary>10 x 10 bought of 100, sold for 120; 10 x 12 bought of 120 and sold for 60; 6 x 10 bought of 60, still open.</summary>
    [Fact]
    public void WinnersLosersAndAnOpenTradeAreSummed()
    {
        var metrics = Run([0, 2, 4], [1, 3]);

        Assert.Equal((3, 2), (metrics.Trades, metrics.ClosedTrades));
        Assert.Equal((0.5, 20 / 60.0, -20), (metrics.WinRate, metrics.ProfitFactor, metrics.Expectancy));
        Assert.Equal(5 / 2.0 * 252 / 6, metrics.Turnover);
    }

    /// <summary>Bought at 12 and sold at 12.</summary>
    [Fact]
    public void ATradeThatEndsEvenNeitherWinsNorLoses()
    {
        var metrics = Run([1], [2]);

        Assert.Equal((1, 0, 0), (metrics.ClosedTrades, metrics.WinRate, metrics.Expectancy));
    }

    /// <summary>The first fill trades 10 x 10 of 100, the second 10 x 12 of 109, each for 1.</summary>
    [Fact]
    public void FeesAreSummedAndTurnoverIsOfEquityBeforeTheFill()
    {
        var metrics = Run([0], [1], new TradingCosts(0, 1));

        Assert.Equal(2, metrics.FeesPaid);
        Assert.Equal((9.9 * 10 / 100 + 9.9 * 12 / (9.9 * 12)) / 2 * 252 / 6, metrics.Turnover, 12);
    }

    private static Metrics Run(int[] entries, int[] exits, TradingCosts? costs = null)
    {
        double[] opens = [10, 10, 12, 12, 6, 10];
        var series = ExampleBars.Of(opens, opens, opens, opens);
        var signals = new SignalColumns();
        signals.Reset(opens.Length);
        foreach (var bar in entries) signals.Entries[bar] = true;
        foreach (var bar in exits) signals.Exits[bar] = true;
        return new SignalSimulation().Run(
            new BarSlice(series), signals, new AccountSettings(100, costs ?? new TradingCosts(), FillTime.NextOpen, 252, 0));
    }
}
