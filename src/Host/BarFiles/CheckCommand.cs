using System.CommandLine;
using Backtest.Host.CommandLine;
using Backtest.Storage.Bars;
using Backtest.Storage.Problems;

namespace Backtest.Host.BarFiles;

/// <summary><c>backtest data check</c>: what a file of bars holds, and what is wrong with it.</summary>
internal static class CheckCommand
{
    private const string Text = "text", Json = "json";

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of bars.", Arity = ArgumentArity.OneOrMore };
        var symbol = BarFileArguments.Symbol("The instrument's name in the report; the file's name by default.");
        var timeframe = BarFileArguments.Timeframe("The interval of one bar; read off the rows by default.");
        var (format, timestamps) = (BarFileArguments.Format(), BarFileArguments.Timestamps());
        var output = new Option<string>("--output") { Description = "How to report.", DefaultValueFactory = _ => Text };
        output.AcceptOnlyFromAmong(Text, Json);
        var command = new Command("check", "Report what files of bars hold: gaps, duplicates, disorder, impossible bars, wrong time units.")
        {
            files, symbol, timeframe, format, timestamps, output,
        };
        command.SetAction((parsed, cancellation) =>
        {
            BarFileOptions Options(string file) => new(
                parsed.GetValue(symbol) ?? SymbolOf(file),
                parsed.GetValue(timeframe),
                parsed.GetRequiredValue(format),
                BarFileArguments.MeaningOf(parsed.GetRequiredValue(timestamps)));
            var checks = parsed.GetRequiredValue(files).Select(file => Check(file, Options(file)));
            return RunAsync(shell, checks, parsed.GetRequiredValue(output) == Json, cancellation);
        });
        return command;
    }

    /// <summary>The name of a file up to its first dot, in capitals: <c>data/spy.csv.gz</c> is SPY.</summary>
    public static string SymbolOf(string file)
    {
        var name = Path.GetFileName(file).Split('.')[0].ToUpperInvariant();
        return name.Length > 0 ? name : "BARS";
    }

    private static async Task<int> RunAsync(Shell shell, IEnumerable<CheckedFile> checks, bool json, CancellationToken cancellation)
    {
        List<CheckedFile> done = [];
        foreach (var check in checks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!json) await shell.Output.WriteAsync(CheckReport.Of(check)).ConfigureAwait(false);
            foreach (var problem in check.Problems) await shell.Error.WriteLineAsync(problem.ToString()).ConfigureAwait(false);
            done.Add(check);
        }

        if (json) await shell.Output.WriteLineAsync(CheckJson.Of(done)).ConfigureAwait(false);
        return done.All(check => check.IsSound) ? ExitCodes.Done : ExitCodes.Usage;
    }

    private static CheckedFile Check(string file, BarFileOptions options)
    {
        try
        {
            var report = BarFileCheck.Check(file, options);
            return new CheckedFile(file, options.Symbol, report, report.Problems);
        }
        catch (InputException unreadable)
        {
            return new CheckedFile(file, options.Symbol, null, unreadable.Problems);
        }
    }
}
