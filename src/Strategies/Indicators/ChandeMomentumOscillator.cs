namespace Backtest.Strategies.Indicators;

/// <summary>Chande momentum oscillator (CMO): 100 x (rises - falls) / (rises + falls), of the sums over the last <c>period</c> changes.</summary>
/// <remarks>Source: Tushar Chande and Stanley Kroll, The New Technical Trader, 1994. Defined from bar <c>period</c> on; 0 where nothing has
/// moved.</remarks>
/// <param name="period">Changes in the window; 1 or more.</param>
public sealed class ChandeMomentumOscillator(int period)
{
    private readonly SlidingSum _rises = new(period), _falls = new(period);
    private double _before = double.NaN;

    /// <summary>Takes the next value and gives the oscillator, -100 to 100 with it; NaN while undefined.</summary>
    public double Update(double value)
    {
        var isFull = _rises.Add(Math.Max(0, value - _before));
        isFull &= _falls.Add(Math.Max(0, _before - value));
        _before = value;
        if (!isFull) return double.NaN;
        var moves = _rises.Value + _falls.Value;
        return moves == 0 ? 0 : 100 * (_rises.Value - _falls.Value) / moves;
    }

    /// <summary>Writes the oscillator, -100 to 100, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> oscillator)
    {
        var running = new ChandeMomentumOscillator(period);
        for (var i = 0; i < values.Length; i++) oscillator[i] = running.Update(values[i]);
    }
}
