namespace Backtest.Strategies.Indicators;

/// <summary>Pivot points of the floor: levels for a bar from the bar before it. Pivot p = (high + low + close) / 3; supports 2p - high, p - (high -
/// low), low - 2 (high - p); resistances 2p - low, p + (high - low), high + 2 (p - low).</summary>
/// <remarks>Defined from bar 1 on. The bars are those of the period that the pivots are wanted for: daily pivots need daily bars.</remarks>
public sealed class PivotPoints
{
    private double _high = double.NaN, _low = double.NaN, _close = double.NaN;

    /// <summary>Takes the next bar and gives pivot, supports and resistances with it; NaN while undefined.</summary>
    public (double Pivot, double Support1, double Support2, double Support3, double Resistance1, double Resistance2, double Resistance3)
        Update(double high, double low, double close)
    {
        var (before, floor, pivot) = (_high, _low, Columns.TypicalPrice(_high, _low, _close));
        (_high, _low, _close) = (high, low, close);
        var range = before - floor;
        return (
            pivot,
            2 * pivot - before,
            pivot - range,
            floor - 2 * (before - pivot),
            2 * pivot - floor,
            pivot + range,
            before + 2 * (pivot - floor));
    }

    /// <summary>Writes pivot, supports and resistances, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        Span<double> pivot,
        Span<double> support1,
        Span<double> support2,
        Span<double> support3,
        Span<double> resistance1,
        Span<double> resistance2,
        Span<double> resistance3)
    {
        var running = new PivotPoints();
        for (var i = 0; i < close.Length; i++)
        {
            (pivot[i], support1[i], support2[i], support3[i], resistance1[i], resistance2[i], resistance3[i]) =
                running.Update(high[i], low[i], close[i]);
        }
    }
}
