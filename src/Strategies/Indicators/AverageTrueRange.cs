namespace Backtest.Strategies.Indicators;

/// <summary>Average true range (ATR): Wilder's average of the true range.</summary>
/// <remarks>Source: J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. Defined from bar <c>period</c> on.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
public sealed class AverageTrueRange(int period)
{
    private readonly TrueRange _range = new();
    private readonly ExponentialMovingAverage _average = ExponentialMovingAverage.Wilder(period);

    /// <summary>Takes the next bar and gives the average with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close) => _average.Update(_range.Update(high, low, close));

    /// <summary>Writes the average, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, int period, Span<double> average)
    {
        var range = new double[close.Length];
        TrueRange.Write(high, low, close, range);
        ExponentialMovingAverage.WriteWilder(range, period, average);
    }
}
