using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Indicators;

public sealed class RateOfChangeTests
{
    [Fact]
    public void ItIsAFractionOfTheValueThen() => Column.Equal(
        [Column.Undefined, Column.Undefined, 0.5, -0.25],
        Column.Of(4, column => RateOfChange.Write([2, 4, 3, 3], 2, column)));
}
