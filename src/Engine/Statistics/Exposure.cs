namespace Backtest.Engine.Statistics;

/// <summary>The share of bars at whose close a position was held, as a fraction.</summary>
public static class Exposure
{
    /// <summary>held / bars; NaN where there is no bar.</summary>
    public static double Of(int heldBars, int bars) => bars > 0 ? (double)heldBars / bars : double.NaN;
}
