namespace Backtest.Strategies.Indicators;

/// <summary>Moving average convergence/divergence (MACD): the fast exponential average less the slow one, in units of price, and its own
/// exponential average, the signal.</summary>
/// <remarks>Source: Gerald Appel, Technical Analysis: Power Tools for Active Investors, 2005. The line is defined from bar slow - 1 on, the signal
/// from slow + signal - 2 on.</remarks>
public static class MovingAverageConvergence
{
    /// <summary>Writes line and signal, of the length of <paramref name="close"/>; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int fast, int slow, int signalPeriod, Span<double> line, Span<double> signal)
    {
        ExponentialMovingAverage.Write(close, fast, line);
        ExponentialMovingAverage.Write(close, slow, signal);
        for (var i = 0; i < close.Length; i++) line[i] -= signal[i];
        ExponentialMovingAverage.Write(line, signalPeriod, signal);
    }
}
