using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class BollingerBreakoutTests
{
    /// <summary>Of two bars the deviation is half of their distance: the close is above a band of half a deviation after every rise.</summary>
    [Fact]
    public void ItIsInAboveTheUpperBandAndOutBelowTheMiddleOne()
    {
        var signals = Decisions.Of("bollinger-breakout", ExampleBars.Of(10, 12, 12, 11, 13), 2, 0.5);

        Assert.Equal([1, 4], signals.Entries.Bars());
        Assert.Equal([3], signals.Exits.Bars());
    }

    [Fact]
    public void ACloseOnTheBandIsNotAboveIt() =>
        Assert.Empty(Decisions.Of("bollinger-breakout", ExampleBars.Of(10, 12, 8, 14), 2, 1).Entries.Bars());
}
