using System.CommandLine;
using Backtest.Actors.Running;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Host.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest retry</c>: gives a study's failures back to its next run.</summary>
internal static class RetryCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store) = (SharedOptions.Study(), SharedOptions.Store());
        var command = new Command("retry", "Give the failed backtests of a study back, to run again.") { study, store };
        command.SetAction((parsed, cancellation) =>
            RunAsync(shell, parsed.GetRequiredValue(study), new StoreDirectory(parsed.GetRequiredValue(store)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string reference, StoreDirectory store, CancellationToken cancellation)
    {
        // An empty store has no failures; a retry must not make one.
        JournalReader.Open(store).Dispose();
        var opened = StudyReference.Open(reference, store);
        StudyReference.Plan(opened);
        var count = await StudyRunner.RetryFailuresAsync(opened.Study, store.Path, cancellation).ConfigureAwait(false);
        await shell.Error.WriteLineAsync(Answer(opened.Name, count, StudyResults.RunCommandOf(reference))).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static string Answer(string study, long count, string run) => count switch
    {
        0 => $"{study} has no failed backtests",
        1 => $"1 failed backtest of {study} will run again: '{run}' runs it",
        _ => $"{MetricText.Count(count)} failed backtests of {study} will run again: '{run}' runs them",
    };
}
