using Backtest.Engine.Numerics;

namespace Backtest.Engine.Execution;

/// <summary>What trading costs beyond the shares and the fixed amount of <see cref="TradingCosts"/>. What is at its default costs nothing.</summary>
/// <remarks>Commission: share of the notional, by traded value and by whether the order rested, and so much a fill and a unit; not below the minimum;
/// and not above the maximum, which counts last. Price: what slips is worse by half the spread, the fixed slippage, the slippage as a share, and the
/// impact of its size.</remarks>
public sealed record CostTerms
{
    // What a sale gets at least, as a fraction of the price: fixed amounts may be larger than a price that has fallen.
    private const double LowestSale = 0.01;

    /// <summary>Commission of each unit, such as a share, in the account's currency; 0 or more.</summary>
    public double CommissionPerUnit { get; init; }

    /// <summary>Commission of a limit order that has rested in the book, as a fraction of the notional; null where it is that of the
    /// others.</summary>
    public double? MakerRate { get; init; }

    /// <summary>Rates from so much traded value on, ascending; none where the rate is always the same.</summary>
    public IReadOnlyList<CommissionTier> Tiers { get; init; } = [];

    /// <summary>The smallest commission of a fill; 0 or more.</summary>
    public double Minimum { get; init; }

    /// <summary>The largest commission of a fill; infinite for none.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The largest commission of a fill as a fraction of its notional; infinite for none.</summary>
    public double MaximumRate { get; init; } = double.PositiveInfinity;

    /// <summary>The difference between the prices to buy and to sell at, in units of the price; 0 or more.</summary>
    public double Spread { get; init; }

    /// <summary>The same as a fraction of the price.</summary>
    public double SpreadRate { get; init; }

    /// <summary>How much worse than the market's price a fill is, in units of the price; 0 or more.</summary>
    public double Slippage { get; init; }

    /// <summary>By what fraction of the price a fill of a whole bar's volume would be worse; see <see cref="Impact"/>.</summary>
    public double VolumeImpact { get; init; }

    /// <summary>The share of a bar's volume from which on the impact grows no more; above 0 up to 1.</summary>
    public double VolumeLimit { get; init; } = 1;

    /// <summary>The price of a market order before the impact of its size.</summary>
    /// <param name="side">1 for a buy, -1 for a sale.</param>
    /// <param name="market">The market's price.</param>
    /// <param name="slippageRate">The slippage as a fraction of the price.</param>
    public double Price(int side, double market, double slippageRate)
    {
        var worse = market * (slippageRate + SpreadRate / 2) + Spread / 2 + Slippage;
        return side > 0 ? market + worse : Math.Max(LowestSale * market, market - worse);
    }

    /// <summary>The price of a market order with the impact of its size: worse by impact x (quantity / volume)^2, as Zipline's VolumeShareSlippage
    /// has it, and LEAN's VolumeShareSlippageModel.</summary>
    /// <param name="side">1 for a buy, -1 for a sale.</param>
    /// <param name="price">The price before.</param>
    /// <param name="quantity">The quantity, without its sign.</param>
    /// <param name="volume">The bar's volume; one without counts as used to the limit.</param>
    public double Impact(int side, double price, double quantity, double volume)
    {
        if (VolumeImpact == 0) return price;
        var share = volume > 0 ? Math.Min(quantity / volume, VolumeLimit) : VolumeLimit;
        return price * (1 + side * (VolumeImpact * share * share));
    }

    /// <summary>Commission as a fraction of the notional.</summary>
    /// <param name="rate">The rate before the first tier.</param>
    /// <param name="traded">The value traded before.</param>
    /// <param name="rests">Whether it is of a limit order that has rested.</param>
    public double Rate(double rate, double traded, bool rests)
    {
        var maker = MakerRate;
        foreach (var tier in Tiers)
        {
            if (traded < tier.From) break;
            (rate, maker) = (tier.Rate, tier.MakerRate);
        }

        return rests && maker is { } resting ? resting : rate;
    }

    /// <summary>Keeps a commission between the smallest and the largest.</summary>
    public double Limit(double fee, double notional) => Math.Min(Math.Max(fee, Minimum), Math.Min(Maximum, MaximumRate * notional));

    /// <summary>Adds the canonical form.</summary>
    public void AppendTo(CanonicalHasher hasher)
    {
        hasher.Append("cost-terms");
        hasher.Append(CommissionPerUnit);
        hasher.Append(MakerRate ?? double.NaN);
        hasher.Append(Tiers.Count);
        foreach (var tier in Tiers)
        {
            hasher.Append(tier.From);
            hasher.Append(tier.Rate);
            hasher.Append(tier.MakerRate ?? double.NaN);
        }

        hasher.Append(Minimum);
        hasher.Append(Maximum);
        hasher.Append(MaximumRate);
        hasher.Append(Spread);
        hasher.Append(SpreadRate);
        hasher.Append(Slippage);
        hasher.Append(VolumeImpact);
        hasher.Append(VolumeLimit);
    }
}

/// <summary>Rates that count once so much was traded.</summary>
/// <param name="From">The value traded in the backtest before the fill; above 0.</param>
/// <param name="Rate">Commission as a fraction of the notional.</param>
/// <param name="MakerRate">That of a limit order that has rested; null where it is the same.</param>
public readonly record struct CommissionTier(double From, double Rate, double? MakerRate = null);
