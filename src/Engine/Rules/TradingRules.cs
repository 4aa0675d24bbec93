using Backtest.Engine.Numerics;

namespace Backtest.Engine.Rules;

/// <summary>Rules that a study puts on top of any strategy: stops, pauses, and the size of positions. Fractions, not percent; 0 stands for
/// none.</summary>
public sealed record TradingRules
{
    /// <summary>No rules: every position takes all equity and lasts until the strategy leaves it.</summary>
    public static TradingRules None { get; } = new();

    /// <summary>How far from the entry's fill price a loss is cut, as a fraction of it.</summary>
    public double StopLoss { get; init; }

    /// <summary>How far from the entry's fill price a profit is taken, as a fraction of it.</summary>
    public double TakeProfit { get; init; }

    /// <summary>How far from the best price since the entry the position is closed, as a fraction of it. The best price begins with the entry's fill
    /// price and takes in a bar's high (a short's: its low) after that bar was checked; a bar on which no stop may be hit is not.</summary>
    public double TrailingStop { get; init; }

    /// <summary>True where a stop or target may first be hit on the bar after the entry's; false for the entry's own, if it was filled at
    /// the open.</summary>
    public bool StopsFromNextBar { get; init; }

    /// <summary>The bars that have to lie between the bar of an exit and that of the next entry.</summary>
    public int Cooldown { get; init; }

    /// <summary>The same after a trade that lost; the longer of the two counts.</summary>
    public int CooldownAfterLoss { get; init; }

    /// <summary>The exit fills at the latest so many bars after the entry.</summary>
    public int MaxHolding { get; init; }

    /// <summary>What <see cref="PositionSize"/> means.</summary>
    public PositionSizing Sizing { get; init; }

    /// <summary>The size of a position, above 0, in the unit of <see cref="Sizing"/>.</summary>
    public double PositionSize { get; init; } = 1;

    /// <summary>The returns that the realised volatility is computed of; 2 or more.</summary>
    public int VolatilityBars { get; init; } = 20;

    /// <summary>The closed trades that Kelly's fraction needs; 1 or more.</summary>
    public int KellyTrades { get; init; } = 20;

    /// <summary>The fraction of a bar's volume that may be filled in it; what is left of an order goes on working.</summary>
    public double VolumeLimit { get; init; }

    /// <summary>The largest number of symbols of a portfolio that have a position at a time; 0 for any.</summary>
    public int MaxOpenPositions { get; init; }

    /// <summary>True where a position may be closed by a price.</summary>
    public bool HasExits => StopLoss > 0 || TakeProfit > 0 || TrailingStop > 0;

    /// <summary>The bars before a window that the rules need.</summary>
    public int WarmUp => Sizing == PositionSizing.Volatility ? VolatilityBars + 1 : 0;

    /// <summary>The fraction of the entry price that the nearest stop is away; 0 where there is none.</summary>
    internal double NearestStop => StopLoss > 0 && TrailingStop > 0 ? Math.Min(StopLoss, TrailingStop) : Math.Max(StopLoss, TrailingStop);

    /// <summary>Adds the canonical form.</summary>
    public void AppendTo(CanonicalHasher hasher)
    {
        hasher.Append(StopLoss);
        hasher.Append(TakeProfit);
        hasher.Append(TrailingStop);
        hasher.Append(StopsFromNextBar ? 1L : 0L);
        hasher.Append((long)Cooldown);
        hasher.Append((long)CooldownAfterLoss);
        hasher.Append((long)MaxHolding);
        hasher.Append((long)Sizing);
        hasher.Append(PositionSize);
        hasher.Append((long)VolatilityBars);
        hasher.Append((long)KellyTrades);
        hasher.Append(VolumeLimit);
        // Whoever does not use it has the key that it had before there was such a rule.
        if (MaxOpenPositions > 0) hasher.Append((long)MaxOpenPositions);
    }
}
