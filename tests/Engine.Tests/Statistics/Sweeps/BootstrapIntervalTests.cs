using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class BootstrapIntervalTests
{
    [Fact]
    public void TheIntervalIsThatOfTheFiguresOfTheDraws()
    {
        var (returns, bootstrap, indices) = (ExampleReturns.Noise(1, 90, 1, _ => 0.001).Rows[0], new StationaryBootstrap(90, 4, 5), new int[90]);
        double[] sharpes = new double[101], growths = new double[101];
        for (var draw = 0; draw < 101; draw++)
        {
            bootstrap.Draw(draw, indices);
            double[] drawn = [.. indices.Select(index => returns[index])];
            sharpes[draw] = (drawn.Average() - 0.0001) / NaiveMetrics.Deviation(drawn) * Math.Sqrt(252);
            growths[draw] = Math.Pow(drawn.Aggregate(1.0, (all, value) => all * (1 + value)), 252 / 90.0) - 1;
        }

        Array.Sort(sharpes);
        Array.Sort(growths);
        var (sharpe, growth) = BootstrapInterval.Of(returns, 252, 0.0001, bootstrap, 101, 0.9, ExampleReturns.Backwards);

        Near.Equal(sharpes[5], sharpe.Lower, "lower sharpe");
        Near.Equal(sharpes[95], sharpe.Upper, "upper sharpe");
        Near.Equal(growths[5], growth.Lower, "lower growth");
        Near.Equal(growths[95], growth.Upper, "upper growth");
    }

    [Fact]
    public void OfNormalReturnsItIsAsWideAsTheirAsymptoticInterval()
    {
        var returns = ExampleReturns.Noise(1, 2000, 3).Rows[0];
        var (sharpe, _) = BootstrapInterval.Of(returns, 1, 0, new StationaryBootstrap(2000, 2, 1), 2000, 0.95, IndexLoops.Sequential);

        Assert.InRange((sharpe.Upper - sharpe.Lower) / (2 * 1.96 / Math.Sqrt(2000)), 0.9, 1.1);
    }
}
