namespace Backtest.Strategies.Indicators;

/// <summary>Stochastic RSI: where the relative strength index lies in its range of the last <c>range</c> bars, 0 to 1 (%K), and the simple average
/// of that (%D).</summary>
/// <remarks>Source: Tushar Chande and Stanley Kroll, The New Technical Trader, 1994. %K is defined from bar period + range - 1 on, %D from period +
/// range + smoothing - 2 on; %K is 0.5 where the index has not moved.</remarks>
/// <param name="period">Bars of the index; 1 or more.</param>
/// <param name="range">Bars of the range; 1 or more.</param>
/// <param name="smoothing">Bars of the average; 1 or more.</param>
public sealed class StochasticRelativeStrengthIndex(int period, int range, int smoothing)
{
    private readonly RelativeStrengthIndex _index = new(period);
    private readonly RollingExtremes _highest = RollingExtremes.Highest(range), _lowest = RollingExtremes.Lowest(range);
    private readonly SimpleMovingAverage _average = new(smoothing);

    /// <summary>Takes the next close and gives %K and %D with it; NaN while undefined.</summary>
    public (double FastK, double FastD) Update(double close)
    {
        var index = _index.Update(close);
        var fastK = StochasticOscillator.Position(index, _lowest.Update(index), _highest.Update(index));
        return (fastK, _average.Update(fastK));
    }

    /// <summary>Writes %K and %D, of the length of the prices; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int period, int range, int smoothing, Span<double> fastK, Span<double> fastD)
    {
        var running = new StochasticRelativeStrengthIndex(period, range, smoothing);
        for (var i = 0; i < close.Length; i++) (fastK[i], fastD[i]) = running.Update(close[i]);
    }
}
