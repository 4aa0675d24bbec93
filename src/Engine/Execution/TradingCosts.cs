using Backtest.Engine.Numerics;

namespace Backtest.Engine.Execution;

/// <summary>What trading costs.</summary>
/// <param name="CommissionRate">Commission as a fraction of a fill's notional; 0.001 is 0.1 %. From 0 up to, not with, 1.</param>
/// <param name="CommissionPerFill">Fixed commission of each fill in the account's currency; 0 or more.</param>
/// <param name="SlippageRate">How much worse than the market's price a fill is, as a fraction of it: a buy fills higher, a sale lower.
/// From 0 up to, not with, 1.</param>
public sealed record TradingCosts(double CommissionRate = 0, double CommissionPerFill = 0, double SlippageRate = 0)
{
    /// <summary>What trading costs beyond that; null for nothing, so that the usual costs stay as fast as they are simple.</summary>
    public CostTerms? Terms { get; init; }

    /// <summary>The price at which a buy fills where the market's is <paramref name="price"/>, without <see cref="Terms"/>.</summary>
    public double BuyPrice(double price) => price * (1 + SlippageRate);

    /// <summary>The price at which a sale fills where the market's is <paramref name="price"/>, without <see cref="Terms"/>.</summary>
    public double SellPrice(double price) => price * (1 - SlippageRate);

    /// <summary>The fee of a fill of <paramref name="notional"/>, in the account's currency, without <see cref="Terms"/>.</summary>
    public double Fee(double notional) => notional * CommissionRate + CommissionPerFill;

    /// <summary>The largest quantity that <paramref name="cash"/> pays for, fee included, without <see cref="Terms"/>; zero or less where it does not
    /// pay for any.</summary>
    public double LargestQuantity(double cash, double fillPrice) => (cash - CommissionPerFill) / (fillPrice * (1 + CommissionRate));

    /// <summary>Adds the canonical form.</summary>
    public void AppendTo(CanonicalHasher hasher)
    {
        hasher.Append(CommissionRate);
        hasher.Append(CommissionPerFill);
        hasher.Append(SlippageRate);
        // Whoever has none of them has the key that it had before there were any.
        Terms?.AppendTo(hasher);
    }
}
