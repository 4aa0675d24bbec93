namespace Backtest.Strategies.Indicators;

/// <summary>Z-score: the value less the mean of the last <c>period</c> values, over their sample deviation.</summary>
/// <remarks>Defined from bar period - 1 on; NaN where nothing has moved.</remarks>
/// <param name="period">Values in the window; 2 or more.</param>
public sealed class ZScore(int period)
{
    private readonly SimpleMovingAverage _average = new(period);
    private readonly RollingDeviation _deviation = RollingDeviation.Sample(period);

    /// <summary>Takes the next value and gives the score with it; NaN while undefined.</summary>
    public double Update(double value) => (value - _average.Update(value)) / _deviation.Update(value);

    /// <summary>Writes the score, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> score)
    {
        var running = new ZScore(period);
        for (var i = 0; i < values.Length; i++) score[i] = running.Update(values[i]);
    }
}
