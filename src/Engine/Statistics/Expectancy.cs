namespace Backtest.Engine.Statistics;

/// <summary>The mean net result of a closed trade, in the account's currency.</summary>
public static class Expectancy
{
    /// <summary>(profit + loss) / closed; NaN where no trade was closed.</summary>
    public static double Of(in TradeSums trades) => trades.Closed > 0 ? (trades.Profit + trades.Loss) / trades.Closed : double.NaN;
}
