using Backtest.Engine.Studies;
using Backtest.Storage.Problems;
using Backtest.Storage.Store;

namespace Backtest.Host.CommandLine;

/// <summary>Turns what a command throws into lines on standard error and an exit code; a user never sees a stack trace.</summary>
internal static class Guard
{
    /// <summary>Runs a command.</summary>
    public static async Task<int> RunAsync(Shell shell, Func<Task<int>> command)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (InputException wrong)
        {
            foreach (var problem in wrong.Problems) await shell.Error.WriteLineAsync(problem.ToString()).ConfigureAwait(false);
            return ExitCodes.Usage;
        }
        catch (UsageException wrong)
        {
            return await TellAsync(shell, wrong.Message, ExitCodes.Usage).ConfigureAwait(false);
        }
        catch (StudyException wrong)
        {
            return await TellAsync(shell, wrong.Message, ExitCodes.Usage).ConfigureAwait(false);
        }
        catch (StoreException broken)
        {
            return await TellAsync(shell, broken.Message, ExitCodes.Broken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return await TellAsync(shell, "interrupted", ExitCodes.Interrupted).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return await TellAsync(shell, broken.Message, ExitCodes.Broken).ConfigureAwait(false);
        }
    }

    private static async Task<int> TellAsync(Shell shell, string message, int code)
    {
        await shell.Error.WriteLineAsync($"backtest: {message}").ConfigureAwait(false);
        return code;
    }
}
