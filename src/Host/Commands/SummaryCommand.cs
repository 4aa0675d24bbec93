using System.CommandLine;
using Backtest.Engine.Statistics.Pooling;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Host.Statistics;
using Backtest.Storage.Pooling;
using Backtest.Storage.Problems;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest summary</c>: parameter sets with all their windows pooled, ranked by what one looks for. Nothing is run again.</summary>
internal static class SummaryCommand
{
    private const string Table = "table", Csv = "csv", Json = "json";

    private static readonly Dictionary<string, PooledWindows> Windows = new()
    {
        ["auto"] = PooledWindows.Automatic,
        ["all"] = PooledWindows.All,
        ["train"] = PooledWindows.Train,
        ["test"] = PooledWindows.Test,
    };

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store, query) = (SharedOptions.Study(), SharedOptions.Store(), new QueryOptions());
        var focus = new Option<string>("--focus")
        {
            Description = $"What the score looks for: {string.Join(", ", RankingFocus.All.Select(known => known.Name))}.",
            HelpName = "FOCUS",
            DefaultValueFactory = _ => RankingFocus.All[0].Name,
        };
        focus.CompletionSources.Add([.. RankingFocus.All.Select(known => known.Name)]);
        var windows = new Option<string>("--windows")
        {
            Description = "Which windows to pool: all, train, test, or auto (test where the study has them, else all).",
            DefaultValueFactory = _ => "auto",
        };
        windows.AcceptOnlyFromAmong([.. Windows.Keys]);
        var format = new Option<string>("--format") { Description = "table for people, csv or json.", DefaultValueFactory = _ => Table };
        format.AcceptOnlyFromAmong(Table, Csv, Json);
        var command = new Command("summary", "Rank parameter sets by all their windows together.") { study, store, focus, windows };
        query.AddTo(command);
        command.Add(format);
        command.SetAction((parsed, _) =>
        {
            var wanted = Focus(parsed.GetRequiredValue(focus));
            var kind = parsed.GetRequiredValue(format);
            var asked = query.Read(parsed, ranked: kind == Table, PooledColumns.Score);
            var results = StudyResults.Open(shell, parsed.GetRequiredValue(study), new StoreDirectory(parsed.GetRequiredValue(store)));
            var table = new PooledTable(results.Table, Windows[parsed.GetRequiredValue(windows)]);
            if (table.PooledCount == 0)
                throw new UsageException($"the study has no windows to {parsed.GetRequiredValue(windows)} in: say --windows all");
            var pooled = new PooledQuery(wanted, asked.Sort ?? PooledColumns.Score, asked.Order, asked.Top, asked.Where);
            Write(shell, QueryAnswer.Select(table, pooled), pooled, kind);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static RankingFocus Focus(string name) => RankingFocus.Find(name) ?? throw new UsageException(
        $"there is no focus '{PrintableText.Of(name)}': {Spelling.Remedy(name, [.. RankingFocus.All.Select(known => known.Name)])}");

    private static void Write(Shell shell, PooledSelection selection, PooledQuery query, string format)
    {
        if (format == Csv) PooledExport.WriteCsv(shell.Output, selection);
        else if (format == Json) PooledExport.WriteJson(shell.Output, selection);
        else SummaryText.Write(shell, selection, query);
    }
}
