namespace Backtest.Engine.Statistics;

/// <summary>How often a year the whole equity is turned over: buying it all and selling it all counts once.</summary>
public static class Turnover
{
    /// <summary>Half the sum over fills of notional / equity before the fill, x periods per year / bars; NaN where there is no bar.</summary>
    public static double Of(in TradeSums trades, int bars, double periodsPerYear) =>
        bars > 0 ? trades.Traded / 2 * periodsPerYear / bars : double.NaN;
}
