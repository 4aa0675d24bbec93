using System.CommandLine;
using Backtest.Engine.Market;
using Backtest.Host.CommandLine;

namespace Backtest.Host.BarFiles;

/// <summary><c>backtest data generate</c>: made-up bars from a seed, as CSV.</summary>
internal static class GenerateCommand
{
    private const int MostBars = 20_000_000;

    // The importers refuse what lies outside: it is mostly a wrong time unit.
    private static readonly DateTime Earliest = new(1800, 1, 1), Latest = new(2200, 1, 1);

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var bars = BarFileArguments.Whole("--bars", "How many bars.", MostBars);
        bars.Required = true;
        var timeframe = BarFileArguments.Timeframe("The interval of one bar; 1h by default.");
        var seed = BarFileArguments.Whole("--seed", "One seed always gives the same bars; 1 by default.", ulong.MaxValue);
        var symbol = BarFileArguments.Symbol("The instrument's name in the printed data set; the file's name by default.");
        var start = BarFileArguments.Start();
        var path = new Option<string>("--out") { Description = "The file; packed where its name ends in .gz.", HelpName = "FILE", Required = true };
        var force = new Option<bool>("--force") { Description = "Replace a file that is there." };
        var command = new Command("generate", "Make bars up from a seed, write them as CSV, and print the data set for a study file.")
        {
            bars, timeframe, seed, symbol, start, path, force,
        };
        command.SetAction((parsed, _) =>
        {
            var (file, length, count) = (parsed.GetRequiredValue(path), parsed.GetValue(timeframe) ?? Timeframe.Hour, parsed.GetValue(bars) ?? 0);
            Check(count, length, parsed.GetValue(start));
            BarFileWriter.Check(file, parsed.GetValue(force));
            var name = parsed.GetValue(symbol) ?? CheckCommand.SymbolOf(file);
            var made = SyntheticBars.Create(name, length, count, parsed.GetValue(seed) ?? 1, parsed.GetValue(start));
            BarFileWriter.Write(file, made, parsed.GetValue(force));
            return TellAsync(shell, file, made);
        });
        return command;
    }

    private static void Check(int bars, Timeframe timeframe, DateTime? start)
    {
        if (bars < 1) throw new UsageException("--bars is 0: it has to be 1 or more");
        var first = start ?? SyntheticBars.DefaultStart;
        var shown = CheckReport.Moment(first);
        if (first < Earliest || first >= Latest) throw new UsageException($"--start is {shown}: it has to be in the years 1800 to 2199");
        if (bars > (Latest - first) / timeframe.Length)
            throw new UsageException($"{bars:N0} bars of {timeframe} from {shown} on reach beyond the year 2199: ask for fewer bars");
    }

    private static async Task<int> TellAsync(Shell shell, string file, BarSeries made)
    {
        await shell.Output.WriteLineAsync(
            $"- {{ symbol: {YamlScalar.Of(made.Symbol)}, file: {YamlScalar.Of(file)}, timeframe: {made.Timeframe} }}").ConfigureAwait(false);
        var told = $"backtest: wrote {made.Count:N0} bars; the line above goes under 'data:' in a study file";
        await shell.Error.WriteLineAsync(told).ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
