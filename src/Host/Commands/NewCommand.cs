using System.CommandLine;
using Backtest.Host.CommandLine;
using Backtest.Host.Starting;

namespace Backtest.Host.Commands;

/// <summary><c>backtest new</c>: makes files to start from.</summary>
internal static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell) => new("new", "Make a strategy of your own to start from.") { CreateStrategy(shell) };

    private static Command CreateStrategy(Shell shell)
    {
        var name = new Argument<string>("NAME")
        {
            Description = "The strategy's name, such as MyBreakout or my-breakout, a folder in front of it where it shall be in one.",
        };
        var byBar = new Option<bool>("--bar-by-bar")
        {
            Description = "One that decides bar by bar, with a position and orders of any kind, in place of one that decides by columns.",
        };
        var command = new Command("strategy", "Write NAME.cs, which is compiled as it is run, and NAME.yaml, a study that runs it.") { name, byBar };
        command.SetAction((parsed, _) => RunAsync(shell, new StrategyName(parsed.GetRequiredValue(name)), parsed.GetValue(byBar)));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, StrategyName name, bool byBar)
    {
        var written = new StrategyStart(name, byBar).Write();
        foreach (var path in written) await shell.Output.WriteLineAsync(path).ConfigureAwait(false);
        if (!written.Contains(name.StudyFile))
        {
            var kept = $"{name.StudyFile} was there already and is as it was: name the strategy in it with  - file: {name.File}.cs";
            await shell.Error.WriteLineAsync($"backtest: {kept}").ConfigureAwait(false);
        }

        await shell.Error.WriteLineAsync($"Next:  backtest run {name.StudyFile}").ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
