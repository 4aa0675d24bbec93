namespace Backtest.Engine.Execution;

/// <summary>At which of a bar's prices an order that has a price is filled. The open comes first: an order that it has passed fills at it, for better
/// or worse. An order whose price lies inside the bar fills at its own.</summary>
internal static class FillRules
{
    /// <summary>A stop: a buy at or above its price, a sale at or below it.</summary>
    /// <param name="side">1 for a buy, -1 for a sale.</param>
    /// <param name="price">The order's price.</param>
    /// <param name="open">The bar's open; NaN where it came before the order.</param>
    /// <param name="high">The bar's high.</param>
    /// <param name="low">The bar's low.</param>
    /// <returns>The market's price; NaN where the bar does not fill it.</returns>
    public static double Stop(int side, double price, double open, double high, double low) => side > 0
        ? open >= price ? open : high >= price ? price : double.NaN
        : open <= price ? open : low <= price ? price : double.NaN;

    /// <summary>A limit: a buy at or below its price, a sale at or above it.</summary>
    /// <param name="side">1 for a buy, -1 for a sale.</param>
    /// <param name="price">The order's price.</param>
    /// <param name="open">The bar's open; NaN where it came before the order.</param>
    /// <param name="high">The bar's high.</param>
    /// <param name="low">The bar's low.</param>
    /// <returns>The market's price; NaN where the bar does not fill it.</returns>
    public static double Limit(int side, double price, double open, double high, double low) => side > 0
        ? open <= price ? open : low <= price ? price : double.NaN
        : open >= price ? open : high >= price ? price : double.NaN;
}
