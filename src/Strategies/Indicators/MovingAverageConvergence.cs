namespace Backtest.Strategies.Indicators;

/// <summary>Moving average convergence/divergence (MACD): the fast exponential average less the slow one, in units of price, and its own
/// exponential average, the signal.</summary>
/// <remarks>Source: Gerald Appel, Technical Analysis: Power Tools for Active Investors, 2005. The line is defined from bar slow - 1 on, the signal
/// from slow + signal - 2 on.</remarks>
/// <param name="fast">Bars of the fast average; 1 or more.</param>
/// <param name="slow">Bars of the slow average; 1 or more.</param>
/// <param name="signalPeriod">Bars of the signal; 1 or more.</param>
public sealed class MovingAverageConvergence(int fast, int slow, int signalPeriod)
{
    private readonly ExponentialMovingAverage _fast = new(fast), _slow = new(slow), _signal = new(signalPeriod);

    /// <summary>Takes the next close and gives line and signal with it; NaN while undefined.</summary>
    public (double Line, double Signal) Update(double close)
    {
        var line = _fast.Update(close) - _slow.Update(close);
        return (line, _signal.Update(line));
    }

    /// <summary>Writes line and signal, of the length of <paramref name="close"/>; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> close, int fast, int slow, int signalPeriod, Span<double> line, Span<double> signal)
    {
        ExponentialMovingAverage.Write(close, fast, line);
        ExponentialMovingAverage.Write(close, slow, signal);
        for (var i = 0; i < close.Length; i++) line[i] -= signal[i];
        ExponentialMovingAverage.Write(line, signalPeriod, signal);
    }
}
