namespace Backtest.Strategies.Indicators;

/// <summary>Balance of power: (close - open) / (high - low), -1 to 1; 0 where high and low are one.</summary>
/// <remarks>Source: Igor Livshin, Technical Analysis of Stocks and Commodities, August 2001, not averaged, as in TA-Lib. Defined from the first bar
/// on.</remarks>
public sealed class BalanceOfPower
{
    /// <summary>Takes the next bar and gives the balance with it.</summary>
    public double Update(double open, double high, double low, double close) => high == low ? 0 : (close - open) / (high - low);

    /// <summary>Writes the balance, of the length of the prices.</summary>
    public static void Write(
        ReadOnlySpan<double> open, ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close, Span<double> balance)
    {
        var running = new BalanceOfPower();
        for (var i = 0; i < close.Length; i++) balance[i] = running.Update(open[i], high[i], low[i], close[i]);
    }
}
