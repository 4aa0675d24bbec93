using Backtest.Engine.Numerics;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Statistics;

/// <summary>The metrics of one finished backtest, in the order of the result columns. Rates and returns are fractions, not percent;
/// an undefined value is NaN. Each is defined beside its name in docs/metrics.md and in the type it is named after.</summary>
/// <param name="Bars">Bars of the window.</param>
/// <param name="TotalReturn">See <see cref="Statistics.TotalReturn"/>.</param>
/// <param name="Cagr">See <see cref="AnnualGrowth"/>.</param>
/// <param name="Volatility">See <see cref="Statistics.Volatility"/>.</param>
/// <param name="Sharpe">See <see cref="SharpeRatio"/>.</param>
/// <param name="Sortino">See <see cref="SortinoRatio"/>.</param>
/// <param name="Calmar">See <see cref="CalmarRatio"/>.</param>
/// <param name="MaxDrawdown">See <see cref="Drawdown.Depth"/>.</param>
/// <param name="MaxDrawdownBars">See <see cref="Drawdown.Bars"/>.</param>
/// <param name="Trades">Trades, one still open at the end included.</param>
/// <param name="ClosedTrades">Trades that were closed.</param>
/// <param name="WinRate">See <see cref="Statistics.WinRate"/>.</param>
/// <param name="ProfitFactor">See <see cref="Statistics.ProfitFactor"/>.</param>
/// <param name="Expectancy">See <see cref="Statistics.Expectancy"/>.</param>
/// <param name="Exposure">See <see cref="Statistics.Exposure"/>.</param>
/// <param name="Turnover">See <see cref="Statistics.Turnover"/>.</param>
/// <param name="FeesPaid">All commissions, in the account's currency.</param>
/// <param name="FinalEquity">Equity at the last close, in the account's currency.</param>
public readonly record struct Metrics(
    int Bars,
    double TotalReturn,
    double Cagr,
    double Volatility,
    double Sharpe,
    double Sortino,
    double Calmar,
    double MaxDrawdown,
    int MaxDrawdownBars,
    int Trades,
    int ClosedTrades,
    double WinRate,
    double ProfitFactor,
    double Expectancy,
    double Exposure,
    double Turnover,
    double FeesPaid,
    double FinalEquity)
{
    /// <summary>The metrics of a backtest that did not finish: zero bars, everything else undefined or zero.</summary>
    public static Metrics Undefined { get; } = new(
        0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0,
        0, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>The metrics of an equity curve and its trades.</summary>
    public static Metrics Of(in EquityFold curve, in TradeSums sums, AccountSettings account)
    {
        var (returns, periods) = (curve.Returns, account.PeriodsPerYear);
        var drawdown = curve.Drawdown;
        var growth = AnnualGrowth.Of(curve.Equity, account.Capital, curve.Bars, periods);
        return new Metrics(
            curve.Bars,
            Statistics.TotalReturn.Of(curve.Equity, account.Capital),
            growth,
            Statistics.Volatility.Of(in returns, periods),
            SharpeRatio.Of(in returns, account.RiskFreePerBar, periods),
            SortinoRatio.Of(in returns, account.RiskFreePerBar, periods),
            CalmarRatio.Of(growth, drawdown.Depth),
            drawdown.Depth,
            drawdown.Bars,
            sums.Trades,
            sums.Closed,
            Statistics.WinRate.Of(in sums),
            Statistics.ProfitFactor.Of(in sums),
            Statistics.Expectancy.Of(in sums),
            Statistics.Exposure.Of(curve.HeldBars, curve.Bars),
            Statistics.Turnover.Of(in sums, curve.Bars, periods),
            sums.Fees,
            curve.Equity);
    }

    /// <summary>Adds the canonical form.</summary>
    public void AppendTo(CanonicalHasher hasher)
    {
        hasher.Append(Bars);
        hasher.Append(TotalReturn);
        hasher.Append(Cagr);
        hasher.Append(Volatility);
        hasher.Append(Sharpe);
        hasher.Append(Sortino);
        hasher.Append(Calmar);
        hasher.Append(MaxDrawdown);
        hasher.Append(MaxDrawdownBars);
        hasher.Append(Trades);
        hasher.Append(ClosedTrades);
        hasher.Append(WinRate);
        hasher.Append(ProfitFactor);
        hasher.Append(Expectancy);
        hasher.Append(Exposure);
        hasher.Append(Turnover);
        hasher.Append(FeesPaid);
        hasher.Append(FinalEquity);
    }
}
