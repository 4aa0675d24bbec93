using Backtest.Engine.Statistics;
using Backtest.Host.CommandLine;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Results.Selection;
using Spectre.Console;

namespace Backtest.Host.Results;

/// <summary>Shows a person what was chosen in each fold, and how it did.</summary>
internal static class SelectionText
{
    private const int WidestParameters = 48;

    /// <summary>Writes the choices and, for each data set, the out-of-sample account.</summary>
    public static void Write(Shell shell, StudyResults results, FoldSelection selection, IReadOnlyList<SelectedAccount> accounts)
    {
        var console = shell.OutputConsole;
        var (metric, table) = (selection.Metric, results.Table);
        console.WriteLine($"{results.Study.Name}: the best in-sample by {metric.Name}, and how it did out-of-sample");
        var several = table.Plan.Study.Series.Count > 1;
        PlainColumn[] columns =
        [
            new("fold", 0, true), new("symbol", several ? 1 : 9), new("tested", 3), new("chosen", 2), new($"{metric.Name} in", 1, true),
            new($"{metric.Name} out", 1, true), new("cagr in", 4, true), new("cagr out", 2, true), new("max_drawdown out", 5, true),
            new("trades out", 6, true), new("rank out", 3, true),
        ];
        PlainTable.Write(console, columns, [.. selection.Choices.Select(choice => Cells(choice, metric, table))]);
        foreach (var account in accounts) console.WriteLine(Line(account, several));
        console.WriteLine("efficiency: mean cagr out-of-sample over that in-sample; rank: the place out-of-sample among all that could be chosen");
    }

    private static string[] Cells(FoldChoice choice, Metric metric, ResultTable table)
    {
        var row = choice.InSample[0];
        var subject = table.Plan.Study.Strategies.Count > 1 ? $"{row.Strategy} {row.ParameterText}" : row.ParameterText;
        return
        [
            choice.Fold.Name,
            PrintableText.Of(row.Symbol),
            $"{choice.OutOfSample[0].From} to {choice.OutOfSample[^1].To}",
            PrintableText.Of(subject, WidestParameters),
            Metric(FoldChoice.Mean(choice.InSample, metric.Of)),
            Metric(FoldChoice.Mean(choice.OutOfSample, metric.Of)),
            MetricText.Percent(FoldChoice.Mean(choice.InSample, metrics => metrics.Cagr)),
            MetricText.Percent(FoldChoice.Mean(choice.OutOfSample, metrics => metrics.Cagr)),
            MetricText.Percent(choice.OutOfSample.Min(out_ => out_.Metrics.MaxDrawdown)),
            MetricText.Count(choice.OutOfSample.Sum(out_ => out_.Metrics.Trades)),
            $"{MetricText.Count(choice.Rank)} of {MetricText.Count(choice.Candidates)}",
        ];

        string Metric(double value) => MetricText.Of(metric.Name, value, false);
    }

    private static string Line(SelectedAccount account, bool several)
    {
        var efficiency = $"efficiency {MetricText.Of("efficiency", account.Efficiency, false)}";
        var name = several ? $"{PrintableText.Of(account.Symbol)}, " : "";
        if (account.Paths.Count == 1)
        {
            var whole = account.Paths[0].Metrics;
            return $"{name}out-of-sample, stitched: total_return {MetricText.Percent(whole.TotalReturn)}, cagr {MetricText.Percent(whole.Cagr)}, "
                + $"sharpe {MetricText.Of("sharpe", whole.Sharpe, false)}, max_drawdown {MetricText.Percent(whole.MaxDrawdown)}; {efficiency}";
        }

        var sharpes = account.Paths.Select(path => path.Metrics.Sharpe).Order().ToArray();
        return $"{name}{MetricText.Count(sharpes.Length)} out-of-sample paths: sharpe from {MetricText.Of("sharpe", sharpes[0], false)} "
            + $"to {MetricText.Of("sharpe", sharpes[^1], false)}, mean {MetricText.Of("sharpe", sharpes.Average(), false)}; {efficiency}";
    }
}
