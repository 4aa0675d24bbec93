using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Tests.Simulation;

/// <summary>Each rule on bars that one can follow by hand. Bar 0 signals the entry; it fills at 100.</summary>
public sealed class RuledRunTests
{
    private static readonly double[][] Bars =
    [
        // open, high, low, close
        [100, 101, 99, 100],
        [100, 104, 97, 102],
        [102, 110, 101, 108],
        [108, 109, 94, 95],
        [90, 96, 89, 95],
        [95, 99, 95, 98],
        [98, 100, 97, 99],
        [99, 100, 98, 99],
    ];

    [Theory]
    [InlineData(0.06, false, 3, 94)]
    [InlineData(0.03, false, 1, 97)]
    [InlineData(0.03, true, 3, 97)]
    [InlineData(0.08, false, 4, 90)]
    public void AStopFillsAtItsPriceOrAtAnOpenBelowIt(double stop, bool nextBar, int bar, double price)
    {
        var trade = Assert.Single(Run(new TradingRules { StopLoss = stop, StopsFromNextBar = nextBar }, [0], []));

        Assert.Equal((bar, price), (trade.ExitBar, trade.ExitPrice));
    }

    [Theory]
    [InlineData(0.04, 1, 104)]
    [InlineData(0.09, 2, 109)]
    public void ATargetFillsAtItsPrice(double target, int bar, double price)
    {
        var trade = Assert.Single(Run(new TradingRules { TakeProfit = target }, [0], []));

        Assert.Equal((bar, price), (trade.ExitBar, Math.Round(trade.ExitPrice, 9)));
    }

    [Fact]
    public void InsideABarTheStopComesBeforeTheTarget() =>
        Assert.Equal(97, Assert.Single(Run(new TradingRules { StopLoss = 0.03, TakeProfit = 0.04 }, [0], [])).ExitPrice);

    /// <summary>The high of bar 2 moves the stop to 99 only from bar 3 on, which passes it.</summary>
    [Fact]
    public void ATrailingStopTakesInAHighAfterItsBar()
    {
        var trade = Assert.Single(Run(new TradingRules { TrailingStop = 0.1 }, [0], []));

        Assert.Equal((3, 99), (trade.ExitBar, trade.ExitPrice));
    }

    [Fact]
    public void AShortIsTheMirror()
    {
        var trade = Assert.Single(Run(new TradingRules { StopLoss = 0.05, TakeProfit = 0.06 }, [], [0], Direction.Short));
        Assert.Equal((2, 105), (trade.ExitBar, trade.ExitPrice));

        trade = Assert.Single(Run(new TradingRules { StopLoss = 0.2, TakeProfit = 0.06 }, [], [0], Direction.Short));
        Assert.Equal((3, 94), (trade.ExitBar, trade.ExitPrice));
    }

    [Fact]
    public void AnExitThatIsDueAtTheOpenComesBeforeAStopInsideTheBar()
    {
        var trade = Assert.Single(Run(new TradingRules { StopLoss = 0.06 }, [0], [2]));

        Assert.Equal((3, 108), (trade.ExitBar, trade.ExitPrice));
    }

    [Fact]
    public void AfterAStopTheNextEntryNeedsANewSignal()
    {
        Assert.Single(Run(new TradingRules { StopLoss = 0.03 }, [0], []));
        Assert.Equal([1, 3], Run(new TradingRules { StopLoss = 0.03 }, [0, 2], []).Select(trade => trade.EntryBar));
    }

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(1, 0, 3)]
    [InlineData(3, 0, 5)]
    [InlineData(1, 4, 6)]
    public void ACooldownKeepsBarsFreeBetweenExitAndEntry(int bars, int afterLoss, int entry)
    {
        var rules = new TradingRules { StopLoss = 0.03, Cooldown = bars, CooldownAfterLoss = afterLoss };

        Assert.Equal(entry, Run(rules, [0, 1, 2, 3, 4, 5, 6], [])[1].EntryBar);
    }

    [Fact]
    public void AProfitNeedsNoCooldownAfterLoss() =>
        Assert.Equal(2, Run(new TradingRules { TakeProfit = 0.04, CooldownAfterLoss = 4 }, [0, 1, 2, 3], [])[1].EntryBar);

    [Theory]
    [InlineData(FillTime.NextOpen, 1, 4)]
    [InlineData(FillTime.Close, 0, 3)]
    public void TheLongestHoldingEndsSoManyBarsAfterTheEntry(FillTime fill, int entry, int exit)
    {
        var trade = Assert.Single(Run(new TradingRules { MaxHolding = 3 }, [0], [], fill: fill));

        Assert.Equal((entry, exit), (trade.EntryBar, trade.ExitBar));
    }

    [Fact]
    public void WithACooldownAReversalOnlyCloses()
    {
        var trades = Run(new TradingRules { Cooldown = 2 }, [0], [2], Direction.Both);

        Assert.Equal(3, Assert.Single(trades).ExitBar);
    }

    [Theory]
    [InlineData(PositionSizing.Equity, 0.5, 50)]
    [InlineData(PositionSizing.Quantity, 7, 7)]
    [InlineData(PositionSizing.Quantity, 1000, 100)]
    [InlineData(PositionSizing.Cash, 2500, 25)]
    [InlineData(PositionSizing.Cash, 25000, 100)]
    [InlineData(PositionSizing.Risk, 0.01, 20)]
    [InlineData(PositionSizing.Kelly, 0.25, 25)]
    public void APositionHasTheSizeThatTheRulesGive(PositionSizing sizing, double size, double quantity)
    {
        var trade = Assert.Single(Run(new TradingRules { Sizing = sizing, PositionSize = size, StopLoss = 0.05 }, [0], []));

        Assert.Equal(quantity, trade.Quantity, 9);
    }

    /// <summary>Closes 100, 102, 108: the two returns deviate by 2.74 %, 43.6 % a year.</summary>
    [Fact]
    public void ATargetOfVolatilityIsReachedAndNothingIsOpenedWithoutReturns()
    {
        var rules = new TradingRules { Sizing = PositionSizing.Volatility, PositionSize = 0.2, VolatilityBars = 2 };

        var trade = Assert.Single(Run(rules, [0, 1, 2], []));

        double[] returns = [0.02, 108 / 102.0 - 1];
        var deviation = Math.Abs(returns[0] - returns[1]) / Math.Sqrt(2) * Math.Sqrt(252);
        Assert.Equal(3, trade.EntryBar);
        Assert.Equal(10_000 * 0.2 / deviation / 108, trade.Quantity, 9);
    }

    [Fact]
    public void KellysFractionIsOfTheTradesSoFar()
    {
        var rules = new TradingRules { Sizing = PositionSizing.Kelly, KellyTrades = 2, TakeProfit = 0.04, StopLoss = 0.02 };

        // A loss of 2 % at bar 1, a profit of 4 % at bar 2: W = 1/2, R = 2 x 0.98, so Kelly's fraction is 1/2 - 1/2 / R.
        var trades = Run(rules, [0, 1, 5], []);

        var ratio = trades[1].NetResult / -trades[0].NetResult;
        Assert.Equal((0.5 - 0.5 / ratio) * (10_000 + trades[0].NetResult + trades[1].NetResult) / 98, trades[2].Quantity, 9);
    }

    [Fact]
    public void ARiskWithoutAStopFails() => Assert.Contains(
        "stop-loss",
        Assert.Throws<InvalidOperationException>(() => Run(new TradingRules { Sizing = PositionSizing.Risk }, [0], [])).Message,
        StringComparison.Ordinal);

    private static IReadOnlyList<Trade> Run(
        TradingRules rules, int[] entries, int[] exits, Direction direction = Direction.Long, FillTime fill = FillTime.NextOpen)
    {
        double[] Column(int at) => [.. Bars.Select(bar => bar[at])];
        long[] times = [.. Bars.Select((_, bar) => (bar + 1) * TimeSpan.TicksPerDay)];
        var series = new BarSeries("X", Timeframe.Day, new BarColumns(times, Column(0), Column(1), Column(2), Column(3), new double[times.Length]));
        var signals = new SignalColumns();
        signals.Reset(times.Length);
        foreach (var bar in entries) signals.Entries[bar] = true;
        foreach (var bar in exits) signals.Exits[bar] = true;
        var simulation = new SignalSimulation();
        simulation.Run(new BarSlice(series), signals, new AccountSettings(10_000, new TradingCosts(), fill, 252, 0, direction), rules);
        return simulation.Trades;
    }
}
