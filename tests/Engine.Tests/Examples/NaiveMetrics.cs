using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Tests.Examples;

/// <summary>The metrics of a list of equities, each by its definition, with as many passes as it takes.</summary>
internal static class NaiveMetrics
{
    /// <summary>Simple returns, the first against the capital; an account that has nothing and stays so returns 0.</summary>
    public static double[] Returns(IReadOnlyList<double> equity, double capital)
    {
        return [.. equity.Select((value, bar) => Return(bar == 0 ? capital : equity[bar - 1], value))];

        static double Return(double before, double after) => after == before ? 0 : after / before - 1;
    }

    /// <summary>Sample deviation of the returns; NaN below two.</summary>
    public static double Deviation(double[] returns)
    {
        if (returns.Length < 2) return double.NaN;
        var mean = returns.Average();
        return Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / (returns.Length - 1));
    }

    public static double Downside(double[] returns, double riskFree) => returns.Sum(value => Math.Pow(Math.Min(0, value - riskFree), 2));

    /// <summary>Deepest and longest drawdown, with the peak begun at the capital.</summary>
    public static Drawdown Drawdown(IReadOnlyList<double> equity, double capital)
    {
        var (peak, deepest, longest, under) = (capital, 0.0, 0, 0);
        foreach (var value in equity)
        {
            peak = Math.Max(peak, value);
            deepest = Math.Min(deepest, value / peak - 1);
            under = value < peak ? under + 1 : 0;
            longest = Math.Max(longest, under);
        }

        return new Drawdown(deepest, longest);
    }

    /// <summary>All metrics of a simulation.</summary>
    public static Metrics Of(NaiveSimulation simulation, AccountSettings account)
    {
        var (equity, periods, riskFree) = (simulation.Equity, account.PeriodsPerYear, account.RiskFreeRate / account.PeriodsPerYear);
        var returns = Returns(equity, account.Capital);
        var (bars, final, deviation, drawdown) = (equity.Count, equity[^1], Deviation(returns), Drawdown(equity, account.Capital));
        var downside = Downside(returns, riskFree);
        var results = simulation.Trades.Where(trade => !trade.IsOpen).Select(trade => trade.NetResult).ToArray();
        var growth = final <= 0 ? -1 : Math.Pow(final / account.Capital, periods / bars) - 1;
        var gain = results.Where(result => result > 0).Sum();
        var loss = results.Where(result => result < 0).Sum();
        return new Metrics(
            bars,
            final / account.Capital - 1,
            growth,
            deviation * Math.Sqrt(periods),
            deviation == 0 ? double.NaN : (returns.Average() - riskFree) / deviation * Math.Sqrt(periods),
            downside == 0 ? double.NaN : (returns.Average() - riskFree) * periods / (Math.Sqrt(downside / bars) * Math.Sqrt(periods)),
            drawdown.Depth == 0 ? double.NaN : growth / -drawdown.Depth,
            drawdown.Depth,
            drawdown.Bars,
            simulation.Trades.Count,
            results.Length,
            results.Length == 0 ? double.NaN : results.Count(result => result > 0) / (double)results.Length,
            loss == 0 ? double.NaN : gain / -loss,
            results.Length == 0 ? double.NaN : results.Average(),
            simulation.HeldBars / (double)bars,
            Traded(simulation, account.Capital) / 2 * periods / bars,
            simulation.Trades.Sum(trade => trade.EntryFee + trade.ExitFee),
            final);
    }

    /// <summary>Sum over the fills of notional / equity before the fill.</summary>
    private static double Traded(NaiveSimulation simulation, double capital)
    {
        var (cash, traded) = (capital, 0.0);
        foreach (var trade in simulation.Trades)
        {
            var (bought, sold) = (trade.Quantity * trade.EntryPrice, trade.Quantity * trade.ExitPrice);
            traded += bought / cash;
            cash -= bought + trade.EntryFee;
            if (trade.IsOpen) break;
            traded += sold / (cash + sold);
            cash += sold - trade.ExitFee;
        }

        return traded;
    }
}
