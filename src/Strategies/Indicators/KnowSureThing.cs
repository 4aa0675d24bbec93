namespace Backtest.Strategies.Indicators;

/// <summary>Know sure thing (KST): the sum of four simple averages of log rates of change, in percent, with weights 1 to 4; and its own simple
/// average, the signal.</summary>
/// <remarks>Source: Martin Pring, Technical Analysis of Stocks and Commodities, October 1992; with log rates, as TTR has it. With Pring's daily
/// periods the line is defined from bar 44 on, the signal from signal + 43 on.</remarks>
public sealed class KnowSureThing
{
    private const int Rates = 4;
    private static readonly int[] DailyRates = [10, 15, 20, 30];
    private static readonly int[] DailyAverages = [10, 10, 10, 15];

    private readonly Lag[] _lags = new Lag[Rates];
    private readonly SimpleMovingAverage[] _averages = new SimpleMovingAverage[Rates];
    private readonly SimpleMovingAverage _signal;

    /// <summary>With Pring's daily periods: rates over 10, 15, 20 and 30 bars, averaged over 10, 10, 10 and 15.</summary>
    /// <param name="signalPeriod">Bars of the signal; 1 or more.</param>
    public KnowSureThing(int signalPeriod) : this(DailyRates, DailyAverages, signalPeriod) { }

    /// <summary>With other periods.</summary>
    /// <param name="rates">Bars of the four rates of change, the one of weight 1 first; each 1 or more.</param>
    /// <param name="averages">Bars of their averages; each 1 or more.</param>
    /// <param name="signalPeriod">Bars of the signal; 1 or more.</param>
    /// <exception cref="ArgumentException">Unless there are four rates and four averages.</exception>
    public KnowSureThing(ReadOnlySpan<int> rates, ReadOnlySpan<int> averages, int signalPeriod)
    {
        if (rates.Length != Rates || averages.Length != Rates)
            throw new ArgumentException($"{rates.Length} rates and {averages.Length} averages: there must be {Rates} of each");
        for (var i = 0; i < Rates; i++) (_lags[i], _averages[i]) = (new Lag(rates[i]), new SimpleMovingAverage(averages[i]));
        _signal = new SimpleMovingAverage(signalPeriod);
    }

    /// <summary>Takes the next value and gives line and signal with it; NaN while undefined.</summary>
    public (double Line, double Signal) Update(double value)
    {
        var sum = 0.0;
        for (var i = 0; i < Rates; i++) sum += (i + 1) * _averages[i].Update(Math.Log(value / _lags[i].Exchange(value)));
        var line = 100 * sum;
        return (line, _signal.Update(line));
    }

    /// <summary>Writes line and signal with Pring's daily periods, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int signalPeriod, Span<double> line, Span<double> signal)
    {
        var running = new KnowSureThing(signalPeriod);
        for (var i = 0; i < values.Length; i++) (line[i], signal[i]) = running.Update(values[i]);
    }
}
