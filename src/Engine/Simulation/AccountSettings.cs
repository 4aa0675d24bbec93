using Backtest.Engine.Execution;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Simulation;

/// <summary>The account that every backtest of a study starts with, and how its orders are filled.</summary>
/// <param name="Capital">Cash before the first bar; finite and positive.</param>
/// <param name="Costs">What trading costs.</param>
/// <param name="Fill">When orders fill.</param>
/// <param name="PeriodsPerYear">Bars a year, for annualised metrics; finite and positive.</param>
/// <param name="RiskFreeRate">The yearly risk-free rate as a fraction.</param>
/// <param name="Direction">Which positions it may hold.</param>
public sealed record AccountSettings(
    double Capital, TradingCosts Costs, FillTime Fill, double PeriodsPerYear, double RiskFreeRate, Direction Direction = Direction.Long)
{
    /// <summary>Leverage, margin and what holding positions costs.</summary>
    public AccountTerms Terms { get; init; } = AccountTerms.None;

    /// <summary>The risk-free return of one bar.</summary>
    public double RiskFreePerBar => RiskFreeRate / PeriodsPerYear;

    /// <summary>Adds the canonical form.</summary>
    public void AppendTo(CanonicalHasher hasher)
    {
        hasher.Append(Capital);
        Costs.AppendTo(hasher);
        hasher.Append((long)Fill);
        hasher.Append(PeriodsPerYear);
        hasher.Append(RiskFreeRate);
        // Whoever only goes long has the key that it had before there were other directions.
        if (Direction != Direction.Long) hasher.Append((long)Direction);
        if (Terms != AccountTerms.None) Terms.AppendTo(hasher);
    }
}
