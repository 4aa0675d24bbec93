namespace Backtest.Strategies.Indicators;

/// <summary>On-balance volume (OBV): the running sum of the volume, taken with the sign of the close's change; begun with the first bar's
/// volume.</summary>
/// <remarks>Source: Joseph Granville, New Key to Stock Market Profits, 1963. A close that has not changed adds nothing.</remarks>
public sealed class OnBalanceVolume
{
    private double _sum, _close;
    private bool _begun;

    /// <summary>Takes the next bar and gives the sum with it.</summary>
    public double Update(double close, double volume)
    {
        _sum = _begun ? _sum + Math.Sign(close - _close) * volume : volume;
        (_close, _begun) = (close, true);
        return _sum;
    }

    /// <summary>Writes the sum, of the length of the prices.</summary>
    public static void Write(ReadOnlySpan<double> close, ReadOnlySpan<double> volume, Span<double> sum)
    {
        for (var i = 0; i < close.Length; i++)
            sum[i] = i == 0 ? volume[0] : sum[i - 1] + Math.Sign(close[i] - close[i - 1]) * volume[i];
    }
}
