using System.CommandLine;
using Backtest.Host.CommandLine;
using Backtest.Host.Starting;

namespace Backtest.Host.Commands;

/// <summary><c>backtest init</c>: makes a folder with a study, data and a strategy that run at once.</summary>
internal static class InitCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The folder; made where it does not exist, refused where it holds something else.",
            DefaultValueFactory = _ => ".",
        };
        var command = new Command("init", "Make a folder with a study, sample data and a strategy of your own, all ready to run.") { folder };
        command.SetAction((parsed, _) => RunAsync(shell, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string path)
    {
        if (path.Length == 0) throw new UsageException("the folder has no name: name one, as in 'backtest init my-study'");
        var files = StarterFiles.All(AppContext.BaseDirectory);
        var written = new StarterFolder(path, files).Write();
        await shell.Output.WriteAsync(Tree(path, files)).ConfigureAwait(false);
        var change = Path.GetFullPath(path) == Path.GetFullPath(".") ? "" : $"cd {Quoted(path)} && ";
        if (written.Count == 0) await shell.Error.WriteLineAsync("backtest: everything was there already").ConfigureAwait(false);
        await shell.Error.WriteLineAsync($"Next:  {change}backtest run {StarterFiles.Study}").ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static string Tree(string path, IReadOnlyList<StarterFile> files)
    {
        var width = files.Max(file => file.Path.Length) + 2;
        var lines = files.Select(file => $"  {file.Path.PadRight(width)}{file.Summary}\n");
        return $"{path}\n{string.Concat(lines)}";
    }

    private static string Quoted(string path) => path.All(letter => char.IsLetterOrDigit(letter) || "/\\._-~:".Contains(letter)) ? path : $"'{path}'";
}
