using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.BuiltIn;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.BuiltIn;

public sealed class BuyAndHoldTests
{
    [Fact]
    public void ItIsInFromTheFirstBarOfTheWindowOn()
    {
        var slice = new BarSlice(ExampleBars.Of(1, 2, 3, 4, 5), 1, 3, 5);

        var signals = Decisions.Of(new BuyAndHold(), new ParameterSet([]), slice);

        Assert.Equal([2], signals.Entries.Bars());
        Assert.Empty(signals.Exits.Bars());
    }
}
