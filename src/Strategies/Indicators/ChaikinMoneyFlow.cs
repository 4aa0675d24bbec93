namespace Backtest.Strategies.Indicators;

/// <summary>Chaikin money flow (CMF): the sum of close location value x volume over the sum of the volume, of the last <c>period</c> bars.</summary>
/// <remarks>Source: Marc Chaikin, about 1980. Defined from bar period - 1 on; NaN where nothing was traded in the window.</remarks>
/// <param name="period">Bars of the window; 1 or more.</param>
public sealed class ChaikinMoneyFlow(int period)
{
    private readonly SlidingSum _flow = new(period), _volume = new(period);

    /// <summary>Takes the next bar and gives the flow, -1 to 1 with it; NaN while undefined.</summary>
    public double Update(double high, double low, double close, double volume)
    {
        var isFull = _flow.Add(CloseLocationValue.Of(high, low, close) * volume);
        isFull &= _volume.Add(volume);
        return isFull ? _flow.Value / _volume.Value : double.NaN;
    }

    /// <summary>Writes the flow, -1 to 1, of the length of the prices; NaN where undefined.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, ReadOnlySpan<double> volume, int period, Span<double> flow)
    {
        var running = new ChaikinMoneyFlow(period);
        for (var i = 0; i < volume.Length; i++) flow[i] = running.Update(high[i], low[i], close[i], volume[i]);
    }
}
