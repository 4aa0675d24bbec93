namespace Backtest.Strategies.Indicators;

/// <summary>Ultimate oscillator: 100 x the mean, with weights 4, 2 and 1, of buying pressure over true range, both summed over a short, a middle and
/// a long window. Buying pressure is the close less the smaller of low and the close before.</summary>
/// <remarks>Source: Larry Williams, The Ultimate Oscillator, Technical Analysis of Stocks and Commodities, April 1985. Defined from the bar of the
/// longest window on.</remarks>
/// <param name="shortPeriod">Bars of the window of weight 4; 1 or more.</param>
/// <param name="middlePeriod">Bars of the window of weight 2; 1 or more.</param>
/// <param name="longPeriod">Bars of the window of weight 1; 1 or more.</param>
public sealed class UltimateOscillator(int shortPeriod, int middlePeriod, int longPeriod)
{
    private readonly SlidingSum _shortPressure = new(shortPeriod), _middlePressure = new(middlePeriod), _longPressure = new(longPeriod);
    private readonly SlidingSum _shortRange = new(shortPeriod), _middleRange = new(middlePeriod), _longRange = new(longPeriod);
    private readonly TrueRange _range = new();
    private double _close = double.NaN;

    /// <summary>Takes the next bar and gives the oscillator, 0 to 100 with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close)
    {
        var (range, pressure) = (_range.Update(high, low, close), close - Math.Min(low, _close));
        _close = close;
        var isFull = Add(pressure, range, _shortPressure, _shortRange);
        isFull &= Add(pressure, range, _middlePressure, _middleRange);
        isFull &= Add(pressure, range, _longPressure, _longRange);
        if (!isFull) return double.NaN;
        var sum = 4 * (_shortPressure.Value / _shortRange.Value)
            + 2 * (_middlePressure.Value / _middleRange.Value)
            + _longPressure.Value / _longRange.Value;
        return 100 * sum / 7;
    }

    /// <summary>Writes the oscillator, 0 to 100, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int shortPeriod,
        int middlePeriod,
        int longPeriod,
        Span<double> oscillator)
    {
        var running = new UltimateOscillator(shortPeriod, middlePeriod, longPeriod);
        for (var i = 0; i < close.Length; i++) oscillator[i] = running.Update(high[i], low[i], close[i]);
    }

    private static bool Add(double pressure, double range, SlidingSum pressures, SlidingSum ranges) => pressures.Add(pressure) & ranges.Add(range);
}
