using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class DonchianBreakoutTests
{
    /// <summary>Highs of two bars before from bar 2 on: 11, 12, 12, 13; lows of one bar before: the bars open at the close before them.</summary>
    [Fact]
    public void ItIsInAboveTheHighestHighBeforeAndOutBelowTheLowestLowBefore()
    {
        var signals = Decisions.Of("donchian-breakout", ExampleBars.Of(10, 11, 12, 12, 13, 10), 2, 1);

        Assert.Equal([2, 4], signals.Entries.Bars());
        Assert.Equal([5], signals.Exits.Bars());
    }
}
