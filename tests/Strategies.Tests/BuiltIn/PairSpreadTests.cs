using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;
using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.BuiltIn;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class PairSpreadTests
{
    // The ratio is 1, 1.1, 1, 0.9, 1 and so on about a mean of one, then leaves it upwards and comes back.
    private static readonly double[] Ratios = [1, 1.1, 1, 0.9, 1, 1.1, 1, 0.9, 1.4, 1.4, 1, 1, 0.5, 0.5, 1, 1];

    [Fact]
    public void TheDearOneIsSoldAndTheCheapOneBoughtUntilTheirRatioIsBack()
    {
        var trades = Run(Ratios, 8, 2, 0.5);

        // Beyond the entry at bar 8, and the other way round at bar 12: filled at the next opens.
        Assert.Equal(
            [(9, 0, -1), (9, 1, 1), (13, 0, 1), (13, 1, -1)],
            trades.Select(trade => (trade.EntryBar, trade.Symbol, Math.Sign(trade.Quantity))).Order());
        Assert.All(trades.Where(trade => trade.EntryBar == 9), trade => Assert.Equal(11, trade.ExitBar));
    }

    [Fact]
    public void BothLegsAreOfOneSize()
    {
        var trades = Run(Ratios, 8, 2, 0.5).Where(trade => trade.EntryBar == 9).ToArray();

        Assert.All(trades, trade => Assert.Equal(4900, Math.Abs(trade.Quantity) * trade.EntryPrice, 6));
    }

    [Fact]
    public void APairThatMovesTogetherIsLeftAlone() => Assert.Empty(Run([.. Enumerable.Repeat(1.3, 40)], 5, 0, 0));

    [Fact]
    public void OtherNumbersOfSymbolsAreRefused()
    {
        Assert.Null(new PairSpread().Defect(2));
        Assert.Equal(
            "pair-spread trades 2 symbols, not 3: give it a data set with portfolio: and two symbols", new PairSpread().Defect(3));
    }

    private static IReadOnlyList<Trade> Run(double[] ratios, int lookback, double entry, double exit)
    {
        var second = ratios.Select((_, bar) => 50.0 + bar).ToArray();
        var first = ratios.Zip(second, (ratio, price) => ratio * price).ToArray();
        var timeline = PortfolioBars.Join("pair", [ExampleBars.Of(first), ExampleBars.Of(second)]);
        var (strategy, simulation) = (new PairSpread(), new PortfolioSimulation());
        var parameters = new ParameterSet(strategy.Declaration.Parameters)
            .With("lookback", new ParameterValue(lookback)).With("entry", new ParameterValue(entry)).With("exit", new ParameterValue(exit));
        var account = new AccountSettings(10_000, new TradingCosts(), FillTime.NextOpen, 252, 0, Direction.Both);
        simulation.Run(new BarSlice(timeline), strategy, parameters, account, TradingRules.None);
        return simulation.Trades;
    }
}
