using System.CommandLine;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Host.Statistics;
using Backtest.Storage.Export;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest show</c>: one backtest with its metrics, trades and equity, computed again and compared with what is recorded.</summary>
internal static class ShowCommand
{
    private const string Table = "table", Json = "json", Csv = "csv";

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store, query) = (SharedOptions.Study(), SharedOptions.Store(), new QueryOptions());
        var name = new Argument<string?>("BACKTEST")
        {
            Description = "Its key, the beginning of it, or its rank as '#1'.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format")
        {
            Description = "table for people, json, or csv (its trades or its equity).",
            DefaultValueFactory = _ => Table,
        };
        format.AcceptOnlyFromAmong(Table, Json, Csv);
        var trades = new Option<bool>("--trades") { Description = "Its trades only, all of them." };
        var equity = new Option<bool>("--equity") { Description = "Its equity only." };
        var statistics = new TearSheetOptions();
        var command = new Command("show", "Show one backtest: its metrics, trades and equity.") { study, name, store, format, trades, equity };
        statistics.AddTo(command);
        query.AddOrderTo(command);
        command.SetAction((parsed, _) =>
        {
            var wanted = parsed.GetValue(name) ?? throw new UsageException(BacktestFinder.NoneNamed);
            var ranking = query.Read(parsed, ranked: true);
            var parts = parsed.GetValue(trades) ? ReplayParts.Trades : ReplayParts.None;
            if (parsed.GetValue(equity)) parts |= ReplayParts.Equity;
            var reference = parsed.GetRequiredValue(study);
            var results = StudyResults.Open(shell, reference, new StoreDirectory(parsed.GetRequiredValue(store)));
            var row = BacktestFinder.Find(results, wanted, ranking);
            var replay = Replayed(results.Table, row);
            var sheet = statistics.Read(parsed, replay, results.Table.Plan.Study);
            return Task.FromResult(Show(shell, results, replay, parts, sheet, parsed.GetRequiredValue(format), reference));
        });
        return command;
    }

    /// <summary>What timed out or took its process down is not tried again here.</summary>
    private static Replay Replayed(ResultTable table, ResultRow row) =>
        row.Status is ResultStatus.Done ? Replay.Of(table, row) : Replay.Recorded(row);

    private static int Show(
        Shell shell, StudyResults results, Replay replay, ReplayParts parts, TearSheet? sheet, string format, string reference)
    {
        if (format == Csv && sheet is not null) throw new UsageException("csv has one table: statistics are shown as a table or as json");
        if (format == Csv) WriteCsv(shell, replay, parts);
        else if (format == Json)
        {
            var all = parts == ReplayParts.None && sheet is null ? ReplayParts.Trades | ReplayParts.Equity : parts;
            ReplayExport.WriteJson(shell.Output, replay, results.Table.Columns.All, all, sheet);
        }
        else if (replay.Row.Error is not null) WriteFailure(shell, results, replay, reference);
        else if (sheet is not null)
        {
            new ReplayText(shell, results, replay).WriteAboveStatistics(parts);
            new TearSheetText(shell, sheet, replay.Times).Write();
        }
        else new ReplayText(shell, results, replay).Write(parts);
        return TellComparison(shell, replay);
    }

    private static void WriteCsv(Shell shell, Replay replay, ReplayParts parts)
    {
        if (parts == (ReplayParts.Trades | ReplayParts.Equity)) throw new UsageException("csv has one table: --trades or --equity, not both");
        if (parts == ReplayParts.Equity) ReplayExport.WriteEquityCsv(shell.Output, replay);
        else ReplayExport.WriteTradesCsv(shell.Output, replay);
    }

    private static void WriteFailure(Shell shell, StudyResults results, Replay replay, string reference)
    {
        var (row, error) = (replay.Row, replay.Row.Error!);
        new ReplayText(shell, results, replay).WriteSubject();
        shell.Output.WriteLine();
        shell.Output.WriteLine($"{row.Status.Name()}: {PrintableText.Of(error.Type)}");
        foreach (var line in error.Message.ReplaceLineEndings("\n").Split('\n')) shell.Output.WriteLine($"  {PrintableText.Of(line)}");
        if (error.Stack.Length > 0) shell.Output.WriteLine();
        foreach (var line in error.Stack.ReplaceLineEndings("\n").Split('\n')) shell.Output.WriteLine(PrintableText.Of(line));
        shell.Output.WriteLine();
        shell.Output.WriteLine($"run it alone with: {FailureText.RunAlone(reference, row)}");
    }

    private static int TellComparison(Shell shell, Replay replay)
    {
        if (replay.Row.Status != ResultStatus.Done) return ExitCodes.Done;
        if (replay.IsEqual)
        {
            shell.Error.WriteLine("computed again, equal to the recorded result");
            return ExitCodes.Done;
        }

        shell.Error.WriteLine($"backtest: WARNING: computed again, backtest {replay.Row.Key} is NOT equal to the recorded result "
            + $"(hash {replay.Now.Hash}, recorded {replay.Row.Result.Hash}): "
            + "its strategy is not deterministic, or this machine computes differently");
        if (replay.Now.Error is { } error) shell.Error.WriteLine($"backtest: this time it failed: {PrintableText.Of(error.ToString())}");
        return ExitCodes.Broken;
    }
}
