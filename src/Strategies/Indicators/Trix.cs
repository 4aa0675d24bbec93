namespace Backtest.Strategies.Indicators;

/// <summary>TRIX: the change, in percent, of an exponential average of an exponential average of an exponential average; and its own exponential
/// average, the signal.</summary>
/// <remarks>Source: Jack Hutson, Good TRIX, Technical Analysis of Stocks and Commodities, 1983. The line is defined from bar 3 x period - 2 on, the
/// signal from 3 x period + signal - 3 on.</remarks>
/// <param name="period">Bars of each average; 1 or more.</param>
/// <param name="signalPeriod">Bars of the signal; 1 or more.</param>
public sealed class Trix(int period, int signalPeriod)
{
    private readonly ExponentialMovingAverage _first = new(period), _second = new(period), _third = new(period), _signal = new(signalPeriod);
    private double _before = double.NaN;

    /// <summary>Takes the next value and gives line and signal, in percent with it; NaN while undefined.</summary>
    public (double Line, double Signal) Update(double value)
    {
        var third = _third.Update(_second.Update(_first.Update(value)));
        var line = 100 * (third / _before - 1);
        _before = third;
        return (line, _signal.Update(line));
    }

    /// <summary>Writes line and signal, in percent, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, int signalPeriod, Span<double> line, Span<double> signal)
    {
        var running = new Trix(period, signalPeriod);
        for (var i = 0; i < values.Length; i++) (line[i], signal[i]) = running.Update(values[i]);
    }
}
