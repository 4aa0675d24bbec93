using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Simulation;

public sealed class SignalSimulationTests
{
    private static readonly BarSlice Rising = new(ExampleBars.Of(10, 11, 12, 13, 14));

    [Fact]
    public void AnEntryFillsAtTheNextOpenAndAnExitAtTheOneAfterItsSignal()
    {
        var (metrics, trades) = Run(FillTime.NextOpen, new TradingCosts(), [0], [2]);

        Assert.Equal(new Trade(1, 3, 10, 10, 12, 0, 0), Assert.Single(trades));
        Assert.Equal(120, metrics.FinalEquity);
    }

    [Fact]
    public void WhereTheStudySaysSoBothFillAtTheCloseOfTheirSignal()
    {
        var (metrics, trades) = Run(FillTime.Close, new TradingCosts(), [0], [2]);

        Assert.Equal(new Trade(0, 2, 10, 10, 12, 0, 0), Assert.Single(trades));
        Assert.Equal(120, metrics.FinalEquity);
    }

    [Fact]
    public void ABuyPaysSlippageAndFeesAndSoDoesASale()
    {
        // 100 less 1 buys 7.68 at 10 x 1.25 with a fee of 96 x 0.03125 + 1; they are sold at 12 x 0.75 with one of 69.12 x 0.03125 + 1.
        var (metrics, trades) = Run(FillTime.NextOpen, new TradingCosts(0.03125, 1, 0.25), [0], [2]);

        Assert.Equal(new Trade(1, 3, 7.68, 12.5, 9, 4, 3.16), Assert.Single(trades));
        Assert.Equal(7.16, metrics.FeesPaid, 12);
        Assert.Equal(69.12 - 3.16, metrics.FinalEquity, 12);
    }

    [Fact]
    public void APositionThatIsOpenAtTheEndIsMarkedAtTheLastCloseWithoutAFee()
    {
        var (metrics, trades) = Run(FillTime.NextOpen, new TradingCosts(), [0], []);

        Assert.True(Assert.Single(trades).IsOpen);
        Assert.Equal((1, 0, 140), (metrics.Trades, metrics.ClosedTrades, metrics.FinalEquity));
        Assert.Equal(0.8, metrics.Exposure);
    }

    [Theory]
    [InlineData(FillTime.NextOpen, 0)]
    [InlineData(FillTime.Close, 1)]
    public void AnOrderOfTheLastBarFillsAtItsCloseOnly(FillTime fill, int trades) =>
        Assert.Equal(trades, Run(fill, new TradingCosts(), [4], []).Trades.Count);

    [Fact]
    public void AnExitOnTheBarOfTheEntryIsNoExitAndAnEntryInAPositionNoEntry() =>
        Assert.Equal(3, Assert.Single(Run(FillTime.Close, new TradingCosts(), [0, 1, 2], [0, 3]).Trades).ExitBar);

    [Fact]
    public void AfterAnExitTheSameBarIsNoEntryButTheNextOneIs() =>
        Assert.Equal([0, 3], Run(FillTime.Close, new TradingCosts(), [0, 1, 2, 3], [2]).Trades.Select(trade => trade.EntryBar));

    [Fact]
    public void AnAccountThatCannotPayTheFixedFeeBuysNothing()
    {
        var (metrics, trades) = Run(FillTime.NextOpen, new TradingCosts(0, 100), [0], [2]);

        Assert.Empty(trades);
        Assert.Equal((100, 0, 5), (metrics.FinalEquity, metrics.FeesPaid, metrics.Bars));
    }

    [Fact]
    public void NoOrderIsPlacedInTheWarmUpAndNothingIsCountedThere()
    {
        var signals = Signals([0, 1], []);
        var simulation = new SignalSimulation();

        var metrics = simulation.Run(new BarSlice(Rising.Series, 0, 2, 5), signals, Account(FillTime.NextOpen, new TradingCosts()));

        Assert.Empty(simulation.Trades);
        Assert.Equal(3, metrics.Bars);
    }

    [Fact]
    public void ARunAllocatesNothingOnceItsListOfTradesHasGrown()
    {
        var scenario = new Scenario(400, 0, 3, 5, Account(FillTime.NextOpen, new TradingCosts(0.001)));
        var (slice, signals, simulation) = (scenario.Slice(), scenario.Signals(), new SignalSimulation());
        simulation.Run(slice, signals, scenario.Account);
        Assert.NotEmpty(simulation.Trades);

        var before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Run(slice, signals, scenario.Account);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static (Engine.Statistics.Metrics Metrics, IReadOnlyList<Trade> Trades) Run(
        FillTime fill, TradingCosts costs, int[] entries, int[] exits)
    {
        var simulation = new SignalSimulation();
        return (simulation.Run(Rising, Signals(entries, exits), Account(fill, costs)), simulation.Trades);
    }

    private static SignalColumns Signals(int[] entries, int[] exits)
    {
        var signals = new SignalColumns();
        signals.Reset(Rising.Count);
        foreach (var bar in entries) signals.Entries[bar] = true;
        foreach (var bar in exits) signals.Exits[bar] = true;
        return signals;
    }

    private static AccountSettings Account(FillTime fill, TradingCosts costs) => new(100, costs, fill, 252, 0);
}
