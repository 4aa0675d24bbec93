using Backtest.Engine.Numerics;

namespace Backtest.Engine.Execution;

/// <summary>On what terms an account may borrow money and symbols. Rates are yearly fractions, a year being 365 days.</summary>
public sealed record AccountTerms
{
    /// <summary>Neither leverage nor a margin call, and nothing that is paid for holding a position.</summary>
    public static AccountTerms None { get; } = new();

    /// <summary>The value of positions that one unit of equity carries, short ones counting like long ones; 1 or more.</summary>
    public double Leverage { get; init; } = 1;

    /// <summary>Where equity falls below this fraction of the value of all positions, they are closed; from 0 up to, not with, 1. Null for
    /// never.</summary>
    public double? MaintenanceMargin { get; init; }

    /// <summary>What borrowing a symbol costs, as a yearly fraction of a short position's value; 0 or more.</summary>
    public double BorrowRate { get; init; }

    /// <summary>What borrowed cash costs, as a yearly fraction of it; 0 or more.</summary>
    public double InterestRate { get; init; }

    /// <summary>What long positions pay to short ones, as of perpetual futures; null for nothing.</summary>
    public FundingRates? Funding { get; init; }

    /// <summary>True where holding a position may cost something.</summary>
    internal bool HasFinancing => BorrowRate > 0 || InterestRate > 0 || Funding is not null;

    /// <summary>Adds the canonical form.</summary>
    public void AppendTo(CanonicalHasher hasher)
    {
        hasher.Append(Leverage);
        hasher.Append(MaintenanceMargin ?? -1);
        hasher.Append(BorrowRate);
        hasher.Append(InterestRate);
        hasher.Append(Funding is null ? 0L : 1L);
        Funding?.AppendTo(hasher);
    }
}
