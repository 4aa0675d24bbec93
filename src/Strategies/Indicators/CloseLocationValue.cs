namespace Backtest.Strategies.Indicators;

/// <summary>Close location value (CLV): where the close lies in its bar, -1 at the low and 1 at the high: ((close - low) - (high - close)) / (high -
/// low); 0 where high and low are one.</summary>
/// <remarks>Source: Marc Chaikin, about 1980. Defined from the first bar on.</remarks>
public sealed class CloseLocationValue
{
    /// <summary>Takes the next bar and gives the location with it.</summary>
    public double Update(double high, double low, double close) => Of(high, low, close);

    /// <summary>Writes the location, of the length of the prices.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, Span<double> location)
    {
        var running = new CloseLocationValue();
        for (var i = 0; i < close.Length; i++) location[i] = running.Update(high[i], low[i], close[i]);
    }

    internal static double Of(double high, double low, double close) => high == low ? 0 : (close - low - (high - close)) / (high - low);
}
