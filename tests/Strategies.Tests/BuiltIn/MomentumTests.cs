using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class MomentumTests
{
    [Fact]
    public void ItIsInAboveTheCloseOfThenAndOutBelowIt()
    {
        var signals = Decisions.Of("momentum", ExampleBars.Of(10, 11, 12, 11, 9), 2);

        Assert.Equal([2], signals.Entries.Bars());
        Assert.Equal([4], signals.Exits.Bars());
    }
}
