using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class RsiReversionTests
{
    /// <summary>The index of one bar is 100 after a rise, 0 after a fall and undefined where the close has not moved.</summary>
    [Fact]
    public void ItIsInBelowTheLowerLevelAndOutAboveTheUpper()
    {
        var signals = Decisions.Of("rsi-reversion", ExampleBars.Of(10, 9, 9, 11, 10), 1, 30, 70);

        Assert.Equal([1, 4], signals.Entries.Bars());
        Assert.Equal([3], signals.Exits.Bars());
    }

    [Fact]
    public void OnALevelIsNotBeyondIt()
    {
        var signals = Decisions.Of("rsi-reversion", ExampleBars.Of(10, 9, 11), 1, 0, 100);

        Assert.Empty(signals.Entries.Bars());
        Assert.Empty(signals.Exits.Bars());
    }
}
