namespace Backtest.Strategies.Indicators;

/// <summary>Momentum: value[t] - value[t - period].</summary>
/// <remarks>Defined from bar <c>period</c> on.</remarks>
/// <param name="period">Bars between the two values; 1 or more.</param>
public sealed class PriceMomentum(int period)
{
    private readonly Lag _lag = new(period);

    /// <summary>Takes the next value and gives the momentum with it; NaN while undefined.</summary>
    public double Update(double value) => value - _lag.Exchange(value);

    /// <summary>Writes the momentum, of the length of the values; NaN where undefined.</summary>
    public static void Write(ReadOnlySpan<double> values, int period, Span<double> momentum)
    {
        var running = new PriceMomentum(period);
        for (var i = 0; i < values.Length; i++) momentum[i] = running.Update(values[i]);
    }
}
