using System.Globalization;
using Backtest.Benchmarks.Reports;
using Backtest.Goldens;

namespace Backtest.Benchmarks.Goldens;

/// <summary>Prints how far the engine is from every golden that the tests hold.</summary>
internal static class GoldenReport
{
    private static readonly string[] Headers =
        ["golden", "figures of", "tool", ">compared", ">largest absolute", ">largest relative", ">tolerance", "result"];

    /// <summary><c>goldens</c>: a table on standard output; what exceeds its tolerance on standard error.</summary>
    /// <returns>0 where nothing exceeds its tolerance, 1 where something does, 2 for arguments.</returns>
    public static int Run(string[] args)
    {
        if (args.Length > 0)
        {
            Console.Error.WriteLine($"goldens takes no arguments, and was given '{string.Join(' ', args)}'");
            return 2;
        }

        return Print(GoldenComparisons.All, Console.Out, Console.Error);
    }

    private static int Print(IReadOnlyList<GoldenComparison> comparisons, TextWriter output, TextWriter error)
    {
        List<string[]> rows = [];
        var exceeded = 0;
        foreach (var comparison in comparisons)
        {
            var found = new Deviations();
            comparison.Compare(found);
            rows.Add(Row(comparison, found));
            if (found.Excess is not { } excess) continue;
            exceeded++;
            error.WriteLine($"{comparison.File}, {comparison.Figures}: {excess}");
        }

        MarkdownTable.Write(output, Headers, rows);
        return exceeded == 0 ? 0 : 1;
    }

    private static string[] Row(GoldenComparison comparison, Deviations found) =>
    [
        comparison.File,
        comparison.Figures,
        comparison.Tool,
        found.Count.ToString(CultureInfo.InvariantCulture),
        Text(found.Absolute),
        Text(found.Relative),
        double.IsFinite(comparison.Tolerance) ? Text(comparison.Tolerance) : "none",
        Result(comparison, found),
    ];

    private static string Result(GoldenComparison comparison, Deviations found) =>
        found.Excess is not null ? "EXCEEDS ITS TOLERANCE"
        : double.IsInfinity(comparison.Tolerance) ? $"differs: {comparison.Reason}"
        : comparison.Reason is { } reason ? $"equal {reason}"
        : "equal";

    private static string Text(double value) => value == 0 ? "0" : value.ToString("0.#e-0", CultureInfo.InvariantCulture);
}
