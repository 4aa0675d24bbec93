namespace Backtest.Engine.Statistics;

/// <summary>Gross profit over gross loss of the closed trades, net of fees.</summary>
public static class ProfitFactor
{
    /// <summary>profit / |loss|; NaN where no closed trade lost.</summary>
    public static double Of(in TradeSums trades) => trades.Loss < 0 ? trades.Profit / -trades.Loss : double.NaN;
}
