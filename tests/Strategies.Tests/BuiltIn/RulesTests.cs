using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>Stops on the SMA cross against vectorbt 1.1.0: thirteen pairs, every metric and the trades, to 1e-9.</summary>
/// <remarks>Where an exit is due at the open of a bar inside which the stop lies too, vectorbt fills at the stop's price. Here the open comes first.
/// The bars on which that happens are listed in <see cref="StoppedRuns"/>; without the exits that are due on them, everything is equal.</remarks>
public sealed class RulesTests
{
    [Theory]
    [InlineData("take10")]
    [InlineData("stop5")]
    [InlineData("stop5-take10")]
    [InlineData("trail8")]
    public void MetricsAndTradesEqualVectorbt(string file)
    {
        Near.Holds(deviations => StoppedRuns.Metrics(deviations, file));
        Near.Holds(deviations => StoppedRuns.Trades(deviations, file));
    }
}
