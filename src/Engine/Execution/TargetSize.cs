namespace Backtest.Engine.Execution;

/// <summary>Computes how a position gets to be a fraction of equity.</summary>
internal static class TargetSize
{
    /// <summary>The quantity to trade, with its sign; the position is on the target's side or there is none.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="costs">What trading costs: the fee of what is added is paid of the fraction, that of what is taken off is not.</param>
    /// <param name="fraction">The fraction of equity, negative for a short position.</param>
    /// <param name="adding">The price of a fill that adds to the position.</param>
    /// <param name="reducing">The price of a fill that takes off it.</param>
    public static double Change(Portfolio portfolio, in FillCosts costs, double fraction, double adding, double reducing)
    {
        var (side, held, rate) = (Math.Sign(fraction), Math.Abs(portfolio.Quantity), portfolio.Rate);
        var missing = Math.Abs(fraction) * portfolio.EquityAt(adding) - held * (adding * rate);
        if (missing > 0) return side * Math.Max(0, costs.LargestQuantity(missing, adding * rate));
        var excess = held - Math.Abs(fraction) * portfolio.EquityAt(reducing) / (reducing * rate);
        return -side * Math.Clamp(excess, 0, held);
    }
}
