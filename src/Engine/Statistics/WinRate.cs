namespace Backtest.Engine.Statistics;

/// <summary>The share of closed trades with a positive net result, as a fraction.</summary>
public static class WinRate
{
    /// <summary>won / closed; NaN where no trade was closed.</summary>
    public static double Of(in TradeSums trades) => trades.Closed > 0 ? (double)trades.Won / trades.Closed : double.NaN;
}
