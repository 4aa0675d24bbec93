using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>Shows failures to a person.</summary>
internal static class FailureText
{
    private const int MostGroups = 20, LongestMessage = 300;

    /// <summary>The command that runs one backtest of a study alone, in the caller's thread, where a debugger stops.</summary>
    public static string RunAlone(string reference, ResultRow row) =>
        $"backtest run {PrintableText.Of(reference)} --only {row.Key} --workers none";

    /// <summary>The groups of a table, the largest first.</summary>
    public static void WriteGroups(Shell shell, string reference, IReadOnlyList<FailureGroup> groups)
    {
        foreach (var group in groups.Take(MostGroups))
        {
            shell.Output.WriteLine($"{MetricText.Count(group.Count)} {Kind(group.Example)}");
            shell.Output.WriteLine($"    first: {Subject(group.Example)}");
            shell.Output.WriteLine($"    alone: {RunAlone(reference, group.Example)}");
        }

        if (groups.Count > MostGroups)
            shell.Output.WriteLine($"{MetricText.Count(groups.Count - MostGroups)} more kinds of failure: --all lists each failure");
    }

    /// <summary>Each failure on two lines.</summary>
    public static void WriteAll(Shell shell, ResultTable table)
    {
        foreach (var row in table.At(Enumerable.Range(0, table.Count)).Where(row => row.Status != ResultStatus.Done))
        {
            shell.Output.WriteLine($"{row.Key} {Kind(row)}");
            shell.Output.WriteLine($"    {Subject(row)}");
        }
    }

    /// <summary>What was tested: strategy, parameters, symbol, window.</summary>
    public static string Subject(ResultRow row) => PrintableText.Of(
        $"{$"{row.Strategy} {row.ParameterText}".TrimEnd()}, {row.Symbol}, window {row.Window}");

    private static string Kind(ResultRow row) =>
        $"{row.Status.Name()}: {PrintableText.Of(row.Error?.ToString() ?? "no reason was recorded", LongestMessage)}";
}
