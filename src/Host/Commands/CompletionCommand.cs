using System.CommandLine;
using Backtest.Host.CommandLine;

namespace Backtest.Host.Commands;

/// <summary><c>backtest completion</c>: a script that has a shell complete this program's words. The script asks the program, by its
/// <c>[suggest]</c> directive, so it knows the studies of a store as well.</summary>
internal static class CompletionCommand
{
    private const string Prefix = "Completion/";
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var name = new Argument<string>("SHELL") { Description = "The shell." }.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion", "Print a script that completes the words of this program in a shell.") { name };
        command.SetAction(async (parsed, _) =>
        {
            await shell.Output.WriteAsync(Script(parsed.GetRequiredValue(name))).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Script(string name)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream(Prefix + name)!;
        return new StreamReader(stream).ReadToEnd();
    }
}
