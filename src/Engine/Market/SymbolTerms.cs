using Backtest.Engine.Numerics;

namespace Backtest.Engine.Market;

/// <summary>What there is to know of a symbol beside its bars.</summary>
public sealed record SymbolTerms
{
    /// <summary>Quoted in the account's currency, without dividends and splits.</summary>
    public static SymbolTerms None { get; } = new();

    /// <summary>The price of one unit of the symbol's currency in the account's, from each moment on; null where the two are the same.</summary>
    public DatedNumbers? Rates { get; init; }

    /// <summary>What a share is paid on each ex-date, in the symbol's currency.</summary>
    public DatedNumbers Dividends { get; init; } = DatedNumbers.None;

    /// <summary>How many shares there are for one on each ex-date: 2 where each is split in two, 0.1 where ten become one.</summary>
    public DatedNumbers Splits { get; init; } = DatedNumbers.None;

    /// <summary>Whether there is anything.</summary>
    internal bool IsNone => Rates is null && Dividends.Count == 0 && Splits.Count == 0;

    /// <summary>Adds the canonical form of what concerns the bars that close from one moment up to another.</summary>
    internal void AppendTo(CanonicalHasher hasher, long first, long last)
    {
        if (IsNone) return;
        hasher.Append(Rates is null ? 0L : 1L);
        if (Rates is { } rates) rates.AppendTo(hasher, Math.Max(0, rates.IndexAtOrAfter(first) - 2), rates.IndexAtOrAfter(last + 1));
        Dividends.AppendTo(hasher, Dividends.IndexAtOrAfter(first), Dividends.IndexAtOrAfter(last));
        Splits.AppendTo(hasher, Splits.IndexAtOrAfter(first), Splits.IndexAtOrAfter(last));
    }
}
