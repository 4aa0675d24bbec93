namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>Return, volatility and Sharpe ratio of the last so many bars, at each bar that has as many.</summary>
/// <param name="Window">Bars that each value looks at.</param>
/// <param name="Return">What they compound to; the first value is that of bar <paramref name="Window"/> - 1.</param>
/// <param name="Volatility">Annualised, as <see cref="Statistics.Volatility"/>.</param>
/// <param name="Sharpe">Annualised, as <see cref="SharpeRatio"/>; NaN where nothing moved.</param>
public sealed record RollingFigures(
    int Window, IReadOnlyList<double> Return, IReadOnlyList<double> Volatility, IReadOnlyList<double> Sharpe)
{
    /// <summary>The figures of a curve; none where it has fewer bars than the window.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="window">2 bars or more.</param>
    public static RollingFigures Of(EquityCurve curve, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        var count = Math.Max(0, curve.Values.Length - window + 1);
        double[] change = new double[count], volatility = new double[count], sharpe = new double[count];
        double sum = 0, squares = 0;
        for (var at = 0; at < count; at++)
        {
            // Sums that roll collect rounding: they are taken anew as often as a window has passed.
            if (at % window == 0) (sum, squares) = Sums(curve.Returns.AsSpan(at, window));
            else Roll(curve.Returns[at - 1], curve.Returns[at + window - 1]);
            var before = at == 0 ? curve.Capital : curve.Values[at - 1];
            var sums = new ReturnSums(window, sum, squares, 0);
            change[at] = curve.Values[at + window - 1] / before - 1;
            volatility[at] = Statistics.Volatility.Of(in sums, curve.PeriodsPerYear);
            sharpe[at] = SharpeRatio.Of(in sums, curve.RiskFree, curve.PeriodsPerYear);
        }

        return new RollingFigures(window, change, volatility, sharpe);

        void Roll(double leaving, double entering)
        {
            sum += entering - leaving;
            squares += entering * entering - leaving * leaving;
        }
    }

    private static (double Sum, double Squares) Sums(ReadOnlySpan<double> returns)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in returns) (sum, squares) = (sum + value, squares + value * value);
        return (sum, squares);
    }
}
