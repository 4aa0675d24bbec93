using System.CommandLine;
using Backtest.Actors.Running;
using Backtest.Host.CommandLine;
using Backtest.Host.Studies;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest run</c>: runs what is missing of a study.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store) = (SharedOptions.Study(), SharedOptions.Store());
        var command = new Command("run", "Run what is missing of a study, and show its ranking.") { study, store };
        command.SetAction((parsed, cancellation) => Guard.RunAsync(
            shell, () => RunAsync(shell, parsed.GetRequiredValue(study), new StoreDirectory(parsed.GetRequiredValue(store)), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string reference, StoreDirectory store, CancellationToken cancellation)
    {
        var opened = StudyReference.Open(reference, store);
        StudyReference.Plan(opened);
        var options = new StudyRunOptions { Store = store.Path, Source = opened.Source };
        var outcome = await StudyRunner.RunAsync(opened.Study, options, cancellation).ConfigureAwait(false);
        await shell.Error.WriteLineAsync($"{outcome.Done} done, {outcome.Failed} failed, {outcome.Missing} missing").ConfigureAwait(false);
        return ExitCodes.Done;
    }
}
