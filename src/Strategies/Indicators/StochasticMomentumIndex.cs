namespace Backtest.Strategies.Indicators;

/// <summary>Stochastic momentum index (SMI): 100 x the distance of the close from the middle of its range, averaged exponentially over <c>slow</c>
/// and again over <c>fast</c> bars, over half of the range, averaged likewise; and its own exponential average, the signal.</summary>
/// <remarks>Source: William Blau, Stochastic Momentum, Technical Analysis of Stocks and Commodities, January 1993. The line is defined from bar
/// period + slow + fast - 3 on, the signal from period + slow + fast + signal - 4 on; TTR begins before the first range is complete and is equal to
/// 1e-9 some 500 bars later.</remarks>
/// <param name="period">Bars of the range; 1 or more.</param>
/// <param name="fast">Bars of the second average; 1 or more.</param>
/// <param name="slow">Bars of the first average; 1 or more.</param>
/// <param name="signalPeriod">Bars of the signal; 1 or more.</param>
public sealed class StochasticMomentumIndex(int period, int fast, int slow, int signalPeriod)
{
    private readonly RollingExtremes _highest = RollingExtremes.Highest(period), _lowest = RollingExtremes.Lowest(period);
    private readonly ExponentialMovingAverage _slow = new(slow), _fast = new(fast), _slowRange = new(slow), _fastRange = new(fast);
    private readonly ExponentialMovingAverage _signal = new(signalPeriod);

    /// <summary>Takes the next bar and gives line and signal, -100 to 100 with it; NaN while undefined.</summary>
    public (double Line, double Signal) Update(double high, double low, double close)
    {
        var (lowest, highest) = (_lowest.Update(low), _highest.Update(high));
        var distance = _fast.Update(_slow.Update(close - (highest + lowest) / 2));
        var line = 100 * (distance / (_fastRange.Update(_slowRange.Update(highest - lowest)) / 2));
        return (line, _signal.Update(line));
    }

    /// <summary>Writes line and signal, -100 to 100, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        int period,
        int fast,
        int slow,
        int signalPeriod,
        Span<double> line,
        Span<double> signal)
    {
        var running = new StochasticMomentumIndex(period, fast, slow, signalPeriod);
        for (var i = 0; i < close.Length; i++) (line[i], signal[i]) = running.Update(high[i], low[i], close[i]);
    }
}
