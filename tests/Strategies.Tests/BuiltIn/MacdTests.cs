using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class MacdTests
{
    /// <summary>Close less an average of three: 1, -0.5, 3.75, -2.125 from bar 2 on; its average of two, from bar 3 on: 0.25, 2.58, -0.56.</summary>
    [Fact]
    public void ItIsInWhereTheLineCrossesAboveItsSignalAndOutWhereBelow()
    {
        var signals = Decisions.Of("macd", ExampleBars.Of(1, 2, 3, 2, 10, 2), 1, 3, 2);

        Assert.Equal([4], signals.Entries.Bars());
        Assert.Equal([5], signals.Exits.Bars());
    }
}
