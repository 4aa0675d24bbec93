namespace Backtest.Strategies.Indicators;

/// <summary>Arnaud Legoux moving average (ALMA): weights of a normal curve whose top lies at <c>offset</c> of the window and whose deviation is
/// period / <c>sigma</c> bars.</summary>
/// <remarks>Source: Arnaud Legoux and Dimitrios Kouzis-Loukas, 2009; the top is at a whole bar, floor(offset x (period - 1)), as in TTR. Defined
/// from bar period - 1 on.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
/// <param name="offset">Where the top lies, 0 (oldest) to 1 (newest).</param>
/// <param name="sigma">Window over deviation, above 0.</param>
public sealed class ArnaudLegouxMovingAverage(int period, double offset, double sigma)
{
    private readonly double[] _weights = Weights(period, offset, sigma);
    private readonly Window _window = new(period);

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var window = _window.Add(value);
        var sum = 0.0;
        for (var i = 0; i < window.Length; i++) sum += _weights[i] * window[i];
        return sum;
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, double offset, double sigma, Span<double> average)
    {
        var running = new ArnaudLegouxMovingAverage(period, offset, sigma);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }

    private static double[] Weights(int period, double offset, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sigma);
        var weights = new double[Period.AtLeast(1, period)];
        var (top, deviation, sum) = (Math.Floor(offset * (period - 1)), period / sigma, 0.0);
        for (var i = 0; i < period; i++) sum += weights[i] = Math.Exp(-(i - top) * (i - top) / (2 * deviation * deviation));
        for (var i = 0; i < period; i++) weights[i] /= sum;
        return weights;
    }
}
