using System.Text.RegularExpressions;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>Backtests that failed in the same way: the same state, exception type and message, whatever the numbers in it.</summary>
/// <param name="Status">How they ended.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Example">The first of them, in the order of the plan.</param>
public sealed partial record FailureGroup(ResultStatus Status, int Count, ResultRow Example)
{
    /// <summary>The groups of a table, the largest first, then in the order of the plan.</summary>
    public static IReadOnlyList<FailureGroup> Of(ResultTable table)
    {
        Dictionary<(ResultStatus, string, string), FailureGroup> groups = [];
        for (var position = 0; position < table.Count; position++)
        {
            var row = table[position];
            if (row.Status == ResultStatus.Done) continue;
            var kind = (row.Status, row.Error?.Type ?? "", Numbers().Replace(row.Error?.Message ?? "", "#"));
            groups[kind] = groups.TryGetValue(kind, out var group)
                ? group with { Count = group.Count + 1 }
                : new FailureGroup(row.Status, 1, row);
        }

        return [.. groups.Values.OrderByDescending(group => group.Count).ThenBy(group => group.Example.Index)];
    }

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Numbers();
}
