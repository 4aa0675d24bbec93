using System.CommandLine;
using Backtest.Host.Commands;
using Backtest.Host.Completion;

namespace Backtest.Host.CommandLine;

/// <summary>The program: reads a command line and runs the command.</summary>
public static class BacktestProgram
{
    /// <summary>All commands.</summary>
    /// <param name="shell">Where they write.</param>
    public static RootCommand CreateRoot(Shell shell)
    {
        var root = new RootCommand("Runs backtests of trading strategies on all cores and never loses a finished result.")
        {
            InitCommand.Create(shell),
            NewCommand.Create(shell),
            RunCommand.Create(shell),
            ResultsCommand.Create(shell),
            ShowCommand.Create(shell),
            SelectionCommand.Create(shell),
            DroppedCommand.Create(shell),
            SummaryCommand.Create(shell),
            StatisticsCommand.Create(shell),
            StatusCommand.Create(shell),
            ListCommand.Create(shell),
            FailuresCommand.Create(shell),
            RetryCommand.Create(shell),
            VerifyCommand.Create(shell),
            ChecksCommand.Create(shell),
            ExportCommand.Create(shell),
            BenchCommand.Create(shell),
            DataCommand.Create(shell),
            StrategiesCommand.Create(shell),
            DoctorCommand.Create(shell),
            CompletionCommand.Create(shell),
        };
        WordCompletions.AddTo(root);
        return root;
    }

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="shell">Where it writes.</param>
    /// <param name="cancellation">Interrupts the command as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Shell shell, CancellationToken cancellation = default)
    {
        var parsed = CreateRoot(shell).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await shell.Error.WriteLineAsync($"backtest: {error.Message}").ConfigureAwait(false);
            await shell.Error.WriteLineAsync($"backtest: see '{CommandOf(parsed)} --help'").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        var invocation = new InvocationConfiguration
        {
            Output = shell.Output,
            Error = shell.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await Guard.RunAsync(shell, () => parsed.InvokeAsync(invocation, cancellation)).ConfigureAwait(false);
    }

    private static string CommandOf(ParseResult parsed)
    {
        List<string> names = [];
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, result.Command is RootCommand ? "backtest" : result.Command.Name);
        return string.Join(' ', names);
    }
}
