namespace Backtest.Strategies.Indicators;

/// <summary>Where the close lies between the Bollinger bands, 0 at the lower and 1 at the upper one (%B), and the distance of the bands over the
/// middle one (band width).</summary>
/// <remarks>Source: John Bollinger, Bollinger on Bollinger Bands, 2001. Defined from bar period - 1 on; %B is NaN where the close has not
/// moved.</remarks>
/// <param name="period">Bars of average and deviation; 1 or more.</param>
/// <param name="width">Deviations between the middle and the outer bands.</param>
public sealed class BollingerPercent(int period, double width)
{
    private readonly BollingerBands _bands = new(period, width);

    /// <summary>Takes the next close and gives %B and band width with it; NaN while undefined.</summary>
    public (double Percent, double BandWidth) Update(double close)
    {
        var (lower, middle, upper) = _bands.Update(close);
        return ((close - lower) / (upper - lower), (upper - lower) / middle);
    }

    /// <summary>Writes %B and band width, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int period, double width, Span<double> percent, Span<double> bandWidth)
    {
        var running = new BollingerPercent(period, width);
        for (var i = 0; i < close.Length; i++) (percent[i], bandWidth[i]) = running.Update(close[i]);
    }
}
