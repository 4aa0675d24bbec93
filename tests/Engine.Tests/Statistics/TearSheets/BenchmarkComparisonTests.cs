using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class BenchmarkComparisonTests
{
    private static readonly double[] Returns = [0.01, -0.02, 0.015, 0.003, -0.007, 0.02, -0.001, 0.0, 0.012, -0.03];
    private static readonly double[] Benchmark = [0.012, -0.01, 0.02, 0.001, -0.012, 0.013, -0.004, 0.002, 0.008, -0.022];

    /// <summary>Figures of R 4.2.2: lm, cor, sd, and sums by hand.</summary>
    [Fact]
    public void FiguresEqualThoseOfR()
    {
        var comparison = BenchmarkComparison.Of(Curve(Returns), Benchmark);

        Near.Equal(-0.00070834430113187775 * 252, comparison.Alpha, "alpha", 1e-13);
        Near.Equal(1.1354303764148459, comparison.Beta, "beta", 1e-12);
        Near.Equal(0.87945392865243988, comparison.RSquared, "r squared", 1e-12);
        Near.Equal(0.93779204979165809, comparison.Correlation, "correlation", 1e-12);
        Near.Equal(0.84447300771208211, comparison.BetaUp, "beta up", 1e-12);
        Near.Equal(1.5, comparison.BetaDown, "beta down", 1e-12);
        Near.Equal(1.0714285714285714, comparison.UpCapture, "up capture", 1e-12);
        Near.Equal(1.2083333333333333, comparison.DownCapture, "down capture", 1e-12);
        Near.Equal(0.091099945115241443, comparison.TrackingError, "tracking error", 1e-13);
    }

    [Fact]
    public void AgainstItselfNothingIsLeft()
    {
        var comparison = BenchmarkComparison.Of(Curve(Benchmark), Benchmark);

        Near.Equal(0, comparison.Alpha, "alpha", 1e-12);
        Near.Equal(1, comparison.Beta, "beta", 1e-12);
        Near.Equal(1, comparison.UpCapture, "capture", 1e-12);
        Near.Equal(0, comparison.ActiveReturn, "active return", 1e-9);
        Near.Equal(Curve(Benchmark).Drawdowns.Min(), comparison.MaxDrawdown, "drawdown", 1e-12);
    }

    [Fact]
    public void AgainstWhatDoesNotMoveNothingIsDefined()
    {
        var comparison = BenchmarkComparison.Of(Curve(Returns), new double[10]);

        Assert.Equal((double.NaN, double.NaN, double.NaN), (comparison.Beta, comparison.Correlation, comparison.UpCapture));
    }

    private static EquityCurve Curve(double[] returns)
    {
        var equity = 100.0;
        return ExampleCurve.Of([.. returns.Select(value => equity *= 1 + value)]);
    }
}
