using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class TradeExcursionTests
{
    private static readonly BarSlice Slice = new(ExampleBars.Of([100, 100, 100, 100], [120, 130, 140, 150], [90, 80, 70, 60], [100, 100, 100, 100]));

    [Theory]
    [InlineData(1, 3, 1, FillTime.NextOpen, -0.3, 0.4)]
    [InlineData(1, 3, -1, FillTime.NextOpen, -0.4, 0.3)]
    [InlineData(1, 3, 1, FillTime.Close, -0.3, 0.4)]
    [InlineData(1, 2, 1, FillTime.Close, 0, 0.05)]
    [InlineData(1, 2, 1, FillTime.NextOpen, -0.2, 0.3)]
    [InlineData(2, 2, 1, FillTime.NextOpen, 0, 0.05)]
    [InlineData(1, -1, 1, FillTime.NextOpen, -0.4, 0.5)]
    public void WhatWasHeldCounts(int entry, int exit, double quantity, FillTime fill, double adverse, double favorable)
    {
        var trade = new Trade(entry, exit, quantity, 100, exit < 0 ? double.NaN : 105, 0, 0);

        var excursion = TradeExcursion.Of(in trade, Slice, fill);

        Assert.Equal((adverse, favorable), (Math.Round(excursion.Adverse, 12), Math.Round(excursion.Favorable, 12)));
    }

    [Fact]
    public void InAPortfolioTheBarsOfItsOwnSymbolCount()
    {
        var other = ExampleBars.Of(500, 600, 100, 500);
        var trade = new Trade(1, 3, 1, 100, 105, 0, 0) { Symbol = 1 };

        var excursion = TradeExcursion.Of(in trade, new BarSlice(PortfolioBars.Join("PAIR", [other, Slice.Series])), FillTime.NextOpen);

        Assert.Equal((-0.3, 0.4), (Math.Round(excursion.Adverse, 12), Math.Round(excursion.Favorable, 12)));
    }
}
