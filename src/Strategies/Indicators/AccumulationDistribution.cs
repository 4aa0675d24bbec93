namespace Backtest.Strategies.Indicators;

/// <summary>Accumulation/distribution line: the running sum of close location value x volume.</summary>
/// <remarks>Source: Marc Chaikin, after Larry Williams, about 1980. Defined from the first bar on.</remarks>
public sealed class AccumulationDistribution
{
    private double _sum;

    /// <summary>Takes the next bar and gives the line with it.</summary>
    public double Update(double high, double low, double close, double volume) => _sum += CloseLocationValue.Of(high, low, close) * volume;

    /// <summary>Writes the line, of the length of the prices.</summary>
    public static void Write(
        ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, ReadOnlySpan<double> volume, Span<double> line)
    {
        var running = new AccumulationDistribution();
        for (var i = 0; i < volume.Length; i++) line[i] = running.Update(high[i], low[i], close[i], volume[i]);
    }
}
