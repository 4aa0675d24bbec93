namespace Backtest.Strategies.Indicators;

/// <summary>Bollinger bands: the simple average of the close, and <c>width</c> population deviations above and below it.</summary>
/// <remarks>Source: John Bollinger, Bollinger on Bollinger Bands, 2001. Defined from bar period - 1 on.</remarks>
/// <param name="period">Bars of average and deviation; 1 or more.</param>
/// <param name="width">Deviations between the middle and the outer bands.</param>
public sealed class BollingerBands(int period, double width)
{
    private readonly SimpleMovingAverage _average = new(period);
    private readonly RollingDeviation _deviation = RollingDeviation.Population(period);

    /// <summary>Takes the next close and gives the three bands with it; NaN while undefined.</summary>
    public (double Lower, double Middle, double Upper) Update(double close)
    {
        var middle = _average.Update(close);
        var half = width * _deviation.Update(close);
        return (middle - half, middle, middle + half);
    }

    /// <summary>Writes the three bands, of the length of <paramref name="close"/>; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int period, double width, Span<double> lower, Span<double> middle, Span<double> upper)
    {
        SimpleMovingAverage.Write(close, period, middle);
        RollingDeviation.WritePopulation(close, period, lower);
        for (var i = 0; i < close.Length; i++)
        {
            var half = width * lower[i];
            (lower[i], upper[i]) = (middle[i] - half, middle[i] + half);
        }
    }
}
