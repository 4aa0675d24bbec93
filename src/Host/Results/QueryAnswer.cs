using Backtest.Engine.Statistics;
using Backtest.Host.CommandLine;
using Backtest.Storage.Pooling;
using Backtest.Storage.Results;
using Backtest.Storage.Sweeps;

namespace Backtest.Host.Results;

/// <summary>Asks a table; a question that it cannot answer is a wrong command line.</summary>
internal static class QueryAnswer
{
    /// <summary>The rows asked for.</summary>
    /// <exception cref="UsageException">A column is unknown, or the condition does not fit.</exception>
    public static ResultSelection Select(ResultTable table, ResultQuery query) => Asked(() => query.Select(table));

    /// <summary>The parameter sets asked for.</summary>
    /// <exception cref="UsageException">A column is unknown, or the condition does not fit.</exception>
    public static PooledSelection Select(PooledTable table, PooledQuery query) => Asked(() => query.Select(table));

    /// <summary>The trials that a best is picked of; null where there are none.</summary>
    /// <exception cref="UsageException">The condition does not fit.</exception>
    public static SweepTrials? Select(ResultTable table, ResultQuery query, Metric metric) => Asked(() => SweepTrials.Of(table, query, metric));

    /// <summary>Refuses a query that sorts by a column that there is not.</summary>
    /// <exception cref="UsageException">There is no such column.</exception>
    public static void CheckSort(ResultColumns columns, ResultQuery query) => Asked(() => query.SortColumn(columns));

    private static T Asked<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (ResultQueryException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
