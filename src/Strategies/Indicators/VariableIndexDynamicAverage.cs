namespace Backtest.Strategies.Indicators;

/// <summary>Variable index dynamic average (VIDYA): an exponential average whose ratio, 2 / (period + 1), is scaled by the size of the Chande
/// momentum oscillator, 0 to 1.</summary>
/// <remarks>Source: Tushar Chande, Adapting Moving Averages to Market Volatility, Technical Analysis of Stocks and Commodities, March 1992, in the
/// form of The New Technical Trader, 1994. Defined from bar <c>momentum</c> on, begun with the value before it.</remarks>
/// <param name="period">Bars of the average; 1 or more.</param>
/// <param name="momentum">Bars of the oscillator; 1 or more.</param>
public sealed class VariableIndexDynamicAverage(int period, int momentum)
{
    private readonly ChandeMomentumOscillator _momentum = new(momentum);
    private readonly double _ratio = 2.0 / (Period.AtLeast(1, period) + 1) / 100;
    private double _last;

    /// <summary>Takes the next value and gives the average with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var size = Math.Abs(_momentum.Update(value));
        if (!double.IsNaN(size)) return _last += _ratio * size * (value - _last);
        _last = value;
        return double.NaN;
    }

    /// <summary>Writes the average, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, int momentum, Span<double> average)
    {
        var running = new VariableIndexDynamicAverage(period, momentum);
        for (var i = 0; i < values.Length; i++) average[i] = running.Update(values[i]);
    }
}
