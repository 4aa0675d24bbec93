using System.Globalization;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Host.Tests.Crashes;

/// <summary>Kills the real program with SIGKILL in the middle of each ready study, runs it again, and compares what comes out with a run that nothing
/// disturbed, byte for byte: portfolios, walk-forward windows with filters, rules, searches and strategies from source files go on alike.</summary>
public sealed class StudiesCrashTests : IDisposable
{
    private const int Attempts = 10;

    private readonly Terminal _terminal = new();

    public static TheoryData<string, string> Studies => new()
    {
        { "pair-spread.yaml", "pair-spread" },
        { "sp500-walk-forward.yaml", "sp500-walk-forward" },
        { "sp500-risk-rules.yaml", "sp500-risk-rules" },
        { "sp500-tpe.yaml", "sp500-tpe" },
        { "my-strategy.yaml", "sp500-my-strategy" },
    };

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task AReadyStudyKilledHalfWayEndsWithTheExportOfAnUndisturbedRun(string file, string name)
    {
        var study = Path.Combine(Built.Repository, "studies", file);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--workers", "1", "--no-ranking", "--store", _terminal["calm"]));
        var all = Recorded(name, "calm");

        var (store, recorded) = Kill(study, name, all);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--workers", "2", "--no-ranking", "--store", _terminal[store]));

        Assert.InRange(recorded, 1, all - 1);
        Assert.Contains($" {recorded.ToString("#,0", CultureInfo.InvariantCulture)} found", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(await ExportAsync(study, "calm"), await ExportAsync(study, store));
    }

    /// <summary>Kills runs, each in a store of its own, until one is hit between its first result and its last.</summary>
    private (string Store, long Recorded) Kill(string study, string name, long all)
    {
        var batch = Math.Max(1, all / 250).ToString(CultureInfo.InvariantCulture);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var store = $"killed-{attempt}";
            using var run = new ProgramProcess(
                "run", study, "--workers", "2", "--checkpoint-batch-size", batch, "--progress", "none", "--no-ranking", "--store", _terminal[store]);
            while (!run.HasExited && Recorded(name, store) < all / 20) Thread.Sleep(1);
            run.Signal("KILL");
            run.WaitForExit();
            var recorded = Recorded(name, store);
            if (recorded > 0 && recorded < all) return (store, recorded);
        }

        throw new InvalidOperationException($"{Attempts} kills of {name} came before its first result or after its last");
    }

    private long Recorded(string name, string store)
    {
        var directory = new StoreDirectory(_terminal[store]);
        if (!directory.Exists) return 0;
        try
        {
            using var journal = JournalReader.Open(directory);
            return journal.Read(name, keysOnly: true).Sum(entry => (entry.Event as ResultKeysRecorded)?.Rows.Count ?? 0);
        }
        catch (StoreException)
        {
            return 0;
        }
    }

    private async Task<string> ExportAsync(string study, string store)
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("results", study, "--format", "csv", "--store", _terminal[store]));
        return _terminal.Output;
    }
}
