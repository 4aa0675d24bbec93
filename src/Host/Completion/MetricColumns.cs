using System.Text.Json;
using Backtest.Engine.Statistics;

namespace Backtest.Host.Completion;

/// <summary>The columns of metrics that a ranking can be sorted by.</summary>
internal static class MetricColumns
{
    /// <summary>Their names, as the results print them.</summary>
    public static string[] Names { get; } =
    [
        .. typeof(Metrics).GetProperties().Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(int))
            .Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)),
    ];
}
