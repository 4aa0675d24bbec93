using Backtest.Engine.Market;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Execution;

/// <summary>Computes the size of a position that is about to be opened.</summary>
internal static class PositionSizer
{
    /// <summary>The quantity, positive for both sides; 0, negative or NaN where nothing can be opened.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="account">The account.</param>
    /// <param name="costs">What a fill costs.</param>
    /// <param name="portfolio">The portfolio, which is flat.</param>
    /// <param name="slice">The bars.</param>
    /// <param name="decided">The bar at whose close the entry was decided: nothing after it is looked at.</param>
    /// <param name="price">The fill's price.</param>
    /// <exception cref="InvalidOperationException">The size is a risk, and there is no stop.</exception>
    public static double Quantity(
        TradingRules rules, AccountSettings account, in FillCosts costs, Portfolio portfolio, BarSlice slice, int decided, double price)
    {
        var (size, equity) = (rules.PositionSize, portfolio.Cash);
        return rules.Sizing switch
        {
            PositionSizing.Equity => costs.LargestQuantity(Math.Min(1, size) * equity, price),
            PositionSizing.Quantity => Math.Min(size, costs.LargestQuantity(equity, price)),
            PositionSizing.Cash => costs.LargestQuantity(Math.Min(size, equity), price),
            PositionSizing.Volatility => costs.LargestQuantity(
                Math.Min(1, size / Volatility(slice, decided, rules.VolatilityBars, account.PeriodsPerYear)) * equity, price),
            PositionSizing.Risk => Math.Min(size * equity / (price * Risk(rules)), costs.LargestQuantity(equity, price)),
            _ => costs.LargestQuantity(Math.Min(1, size * Kelly(portfolio, rules.KellyTrades)) * equity, price),
        };
    }

    private static double Risk(TradingRules rules) => rules.NearestStop > 0
        ? rules.NearestStop
        : throw new InvalidOperationException("sizing is risk, and there is no stop-loss and no trailing-stop: give one");

    /// <summary>The yearly sample deviation of the last simple returns of the close; NaN where there are not as many.</summary>
    private static double Volatility(BarSlice slice, int decided, int bars, double periodsPerYear)
    {
        if (decided < bars) return double.NaN;
        var closes = slice.Close.Slice(decided - bars, bars + 1);
        var mean = 0.0;
        for (var i = 1; i < closes.Length; i++) mean += closes[i] / closes[i - 1] - 1;
        mean /= bars;
        var squares = 0.0;
        for (var i = 1; i < closes.Length; i++)
        {
            var difference = closes[i] / closes[i - 1] - 1 - mean;
            squares += difference * difference;
        }

        return Math.Sqrt(squares / (bars - 1) * periodsPerYear);
    }

    private static double Kelly(Portfolio portfolio, int trades)
    {
        var sums = portfolio.Sums;
        if (sums.Closed < trades) return 1;
        if (sums.Won == 0) return 0;
        var (rate, lost) = ((double)sums.Won / sums.Closed, sums.Closed - sums.Won);
        return lost == 0 ? 1 : rate - (1 - rate) * (-sums.Loss / lost) / (sums.Profit / sums.Won);
    }
}
