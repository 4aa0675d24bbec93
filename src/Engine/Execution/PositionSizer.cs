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
    /// <param name="portfolio">The portfolio, which is flat in the symbol.</param>
    /// <param name="slice">The bars.</param>
    /// <param name="decided">The bar at whose close the entry was decided: nothing after it is looked at.</param>
    /// <param name="price">The fill's price in the account's currency.</param>
    /// <exception cref="InvalidOperationException">The size is a risk, and there is no stop.</exception>
    public static double Quantity(
        TradingRules rules, AccountSettings account, in FillCosts costs, Portfolio portfolio, BarSlice slice, int decided, double price)
    {
        var (size, equity) = (rules.PositionSize, portfolio.FlatEquity);
        var power = portfolio.BuyingPower(equity);
        return rules.Sizing switch
        {
            PositionSizing.Equity => costs.LargestQuantity(Math.Min(size * equity, power), price),
            PositionSizing.Quantity => Math.Min(size, costs.LargestQuantity(power, price)),
            PositionSizing.Cash => costs.LargestQuantity(Math.Min(size, power), price),
            PositionSizing.Volatility => costs.LargestQuantity(
                Math.Min(size / Volatility(slice, decided, rules.VolatilityBars, account.PeriodsPerYear) * equity, power), price),
            PositionSizing.Risk => Math.Min(size * equity / (price * Risk(rules)), costs.LargestQuantity(power, price)),
            _ => costs.LargestQuantity(Math.Min(size * Kelly(portfolio, rules.KellyTrades) * equity, power), price),
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
