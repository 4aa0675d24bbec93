namespace Backtest.Strategies.Indicators;

/// <summary>Triangular moving average (TRIMA): the simple average of a simple average, so that the middle of the window weighs most.</summary>
/// <remarks>Both averages have (period + 1) / 2 bars; where the period is even, period / 2 + 1 and period / 2, as in TA-Lib. Defined from bar period
/// - 1 on.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class TriangularMovingAverage(int period)
{
    private readonly SimpleMovingAverage _inner = new(period / 2 + 1), _outer = new((Period.AtLeast(1, period) + 1) / 2);

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value) => _outer.Update(_inner.Update(value));

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> average)
    {
        var running = new TriangularMovingAverage(period);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
