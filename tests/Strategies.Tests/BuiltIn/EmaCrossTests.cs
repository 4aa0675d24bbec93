using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class EmaCrossTests
{
    /// <summary>The fast one is the close; the slow one, from bar 2 on, is 8, 11, 7.5: already above is no cross.</summary>
    [Fact]
    public void ItIsInAtACrossAboveAndOutAtACrossBelow()
    {
        var signals = Decisions.Of("ema-cross", ExampleBars.Of(9, 8, 7, 14, 4), 1, 3);

        Assert.Equal([3], signals.Entries.Bars());
        Assert.Equal([4], signals.Exits.Bars());
    }
}
