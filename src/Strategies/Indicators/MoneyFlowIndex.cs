namespace Backtest.Strategies.Indicators;

/// <summary>Money flow index (MFI): 100 - 100 / (1 + the money of the bars with a rising typical price over that of the falling ones), of the last
/// <c>period</c> bars; money is typical price x volume.</summary>
/// <remarks>Source: Gene Quong and Avrum Soudack, Technical Analysis of Stocks and Commodities, March 1989. Defined from bar <c>period</c> on; 50
/// where there was neither, 100 where nothing fell.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class MoneyFlowIndex(int period)
{
    private readonly SlidingSum _up = new(period), _down = new(period);
    private double _before = double.NaN;

    /// <summary>Takes the next bar and gives the index, 0 to 100 with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close, double volume)
    {
        var typical = Columns.TypicalPrice(high, low, close);
        var (before, money) = (_before, typical * volume);
        _before = typical;
        if (double.IsNaN(before)) return double.NaN;
        var isFull = _up.Add(typical > before ? money : 0);
        isFull &= _down.Add(typical < before ? money : 0);
        if (!isFull) return double.NaN;
        if (_down.Value == 0) return _up.Value == 0 ? 50 : 100;
        return 100 - 100 / (1 + _up.Value / _down.Value);
    }

    /// <summary>Writes the index, 0 to 100, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> close,
        ReadOnlySpan<double> volume,
        int period,
        Span<double> index)
    {
        var running = new MoneyFlowIndex(period);
        for (var i = 0; i < volume.Length; i++) index[i] = running.Update(high[i], low[i], close[i], volume[i]);
    }
}
