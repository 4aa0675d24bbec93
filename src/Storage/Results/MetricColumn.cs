using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>A metric under the name of its result column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">Whether it is a whole number.</param>
/// <param name="Order">The order that puts the best first.</param>
/// <param name="Number">The metric; NaN where it is undefined.</param>
public sealed record MetricColumn(string Name, ResultColumnKind Kind, ColumnOrder Order, Func<Metrics, double> Number)
{
    /// <summary>The column of a row. A backtest that is not done has no metrics, also where a count of it would be zero.</summary>
    internal ResultColumn Column => new(Name, Kind, Order, row => row.Status == ResultStatus.Done ? Number(row.Metrics) : double.NaN);
}
