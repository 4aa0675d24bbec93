using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Storage.Results;

namespace Backtest.Storage.Sweeps;

/// <summary>The backtests of which the best was picked: all that ran to their end on the best's data set and window, whatever their strategy and
/// parameters. Only they have the same bars, so that their returns can be compared.</summary>
/// <param name="Best">The best of them.</param>
/// <param name="Positions">Their positions in the table, in the order of the plan.</param>
public sealed record SweepTrials(ResultRow Best, IReadOnlyList<int> Positions)
{
    /// <summary>The trials of a table; null where no backtest has the metric.</summary>
    /// <param name="table">The results.</param>
    /// <param name="query">Which rows to look at; its order is not asked for.</param>
    /// <param name="metric">What the best is the best of.</param>
    /// <exception cref="ResultQueryException">The condition does not fit.</exception>
    public static SweepTrials? Of(ResultTable table, ResultQuery query, Metric metric)
    {
        var asked = query with { Sort = null, Order = null, Top = null };
        int[] done = [.. asked.Select(table).Positions.Where(position => table[position].Status == ResultStatus.Done)];
        var (best, merit) = (-1, double.NegativeInfinity);
        foreach (var position in done)
        {
            var own = metric.Merit(table[position].Metrics);
            if (own > merit) (best, merit) = (position, own);
        }

        if (best < 0) return null;
        var row = table[best];
        return new SweepTrials(
            row,
            [.. done.Where(position => table[position] is var other && other.DataSetAt == row.DataSetAt && other.WindowAt == row.WindowAt)]);
    }

    /// <summary>The deviation (divisor n - 1) of the Sharpe ratios that are defined, of one bar, not annualised.</summary>
    public double SharpeDeviation(ResultTable table)
    {
        var root = Math.Sqrt(table.Plan.Accounts[Best.DataSetAt].PeriodsPerYear);
        var ratios = table.At(Positions).Select(row => row.Metrics.Sharpe / root).Where(double.IsFinite).ToArray();
        return ReturnMoments.Of(ratios).Deviation;
    }

    /// <summary>A seeded sample in the order of the plan, the best in it.</summary>
    /// <param name="count">How many; all where there are not as many.</param>
    /// <param name="seed">The seed.</param>
    public int[] Sample(int count, ulong seed)
    {
        int[] others = [.. Positions.Where(position => position != Best.Position)];
        var random = new SeededRandom(seed);
        count = Math.Min(count - 1, others.Length);
        for (var i = 0; i < count; i++)
        {
            var other = i + random.NextIndex(others.Length - i);
            (others[i], others[other]) = (others[other], others[i]);
        }

        return [.. others.Take(count).Append(Best.Position).Order()];
    }
}
