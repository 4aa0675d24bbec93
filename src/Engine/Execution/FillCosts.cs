namespace Backtest.Engine.Execution;

/// <summary>What a fill costs here and now: the study's costs, with the side, the bar's volume and the value traded before.</summary>
/// <param name="costs">The study's costs.</param>
/// <param name="side">1 for a buy, -1 for a sale.</param>
/// <param name="volume">The bar's volume.</param>
/// <param name="traded">The value traded before, in the account's currency.</param>
internal readonly struct FillCosts(TradingCosts costs, int side, double volume, double traded)
{
    private const int Halvings = 200;

    /// <summary>The price of a fill.</summary>
    /// <param name="price">The price before the impact of its size.</param>
    /// <param name="quantity">The quantity, without its sign.</param>
    /// <param name="slips">Whether the impact counts: that of a limit order does not.</param>
    public double Price(double price, double quantity, bool slips) =>
        slips && costs.Terms is { } terms ? terms.Impact(side, price, quantity, volume) : price;

    /// <summary>The commission of a fill.</summary>
    /// <param name="quantity">The quantity, without its sign.</param>
    /// <param name="notional">Its value in the account's currency.</param>
    /// <param name="rests">Whether it is of a limit order that has rested.</param>
    public double Fee(double quantity, double notional, bool rests)
    {
        if (costs.Terms is not { } terms) return costs.Fee(notional);
        var rate = terms.Rate(costs.CommissionRate, traded, rests);
        return terms.Limit(notional * rate + costs.CommissionPerFill + quantity * terms.CommissionPerUnit, notional);
    }

    /// <summary>The largest quantity that <paramref name="cash"/> pays for at the market, commission included, so that none of it is missing; zero or
    /// less where it does not pay for any.</summary>
    /// <param name="cash">Cash, in the account's currency.</param>
    /// <param name="price">The price in the account's currency, before the impact of the size.</param>
    public double LargestQuantity(double cash, double price)
    {
        if (costs.Terms is not { } terms) return costs.LargestQuantity(cash, price);
        var largest = terms.VolumeImpact == 0 ? Linear(terms, cash, price) : WithImpact(terms, cash, price);
        if (!(largest > 0)) return 0;
        // The division above may have rounded up: then a little less, and ever more where the commission hides a little.
        for (var less = largest - Math.BitDecrement(largest); largest > 0 && !Pays(cash, largest, price); less *= 2) largest -= less;
        return Math.Max(0, largest);
    }

    /// <summary>Without impact the costs are a straight line between the smallest and the largest commission: each piece is solved for
    /// itself.</summary>
    private double Linear(CostTerms terms, double cash, double price)
    {
        var rate = terms.Rate(costs.CommissionRate, traded, rests: false);
        var usual = (cash - costs.CommissionPerFill) / (price * (1 + rate) + terms.CommissionPerUnit);
        var atMinimum = (cash - terms.Minimum) / price;
        var atMaximum = Math.Max((cash - terms.Maximum) / price, cash / (price * (1 + terms.MaximumRate)));
        return Math.Max(Math.Min(usual, atMinimum), atMaximum);
    }

    /// <summary>With impact the costs grow with the cube of the quantity, up to the limit: halving finds where they meet the cash.</summary>
    private double WithImpact(CostTerms terms, double cash, double price)
    {
        var furthest = terms.Impact(side, price, double.PositiveInfinity, volume);
        var (low, high) = (0.0, cash / Math.Min(price, furthest));
        if (Pays(cash, high, price)) return high;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) break;
            if (Pays(cash, middle, price)) low = middle;
            else high = middle;
        }

        return low;
    }

    private bool Pays(double cash, double quantity, double price)
    {
        var notional = quantity * Price(price, quantity, slips: true);
        return notional + Fee(quantity, notional, rests: false) <= cash;
    }
}
