using System.Globalization;
using System.Text.RegularExpressions;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;
using Xunit.Abstractions;

namespace Backtest.Host.Tests.Crashes;

/// <summary>Kills the real program with SIGKILL and compares what comes out with a run that nothing disturbed, byte for byte.</summary>
public sealed partial class CrashTests(ITestOutputHelper log) : IDisposable
{
    private const int Kills = 20;
    private const int SigKilled = 137;
    private const int Seed = 20_261_125;

    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task AStudyKilledTwentyTimesEndsWithTheExportOfAnUndisturbedRun()
    {
        var study = WriteStudy(backtests: 5_000, repeats: 40);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--workers", "1", "--no-ranking", "--store", _terminal["calm"]));
        var random = new Random(Seed);
        var recorded = 0L;
        var killedAtWork = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var run = new ProgramProcess(
                "run", study, "--workers", "2", "--progress", "plain", "--no-ranking", "--store", _terminal["killed"]);
            var (wanted, delay) = (recorded + random.Next(0, 220), random.Next(0, 60));
            while (!run.HasExited && Recorded() < wanted) await Task.Delay(1);
            await Task.Delay(delay);
            run.Signal("KILL");
            Assert.Equal(SigKilled, run.WaitForExit());
            var after = Recorded();
            var told = LastTold(run.Error);
            Assert.True(after >= told, $"kill {kill}: the progress had told of {told} recorded backtests, {after} are there (seed {Seed})");
            Assert.True(after >= recorded, $"kill {kill}: {recorded} backtests were recorded before, {after} are now (seed {Seed})");
            if (after > recorded) killedAtWork++;
            log.WriteLine($"kill {kill}: {recorded} -> {after} recorded, {told} told");
            recorded = after;
        }

        Assert.InRange(recorded, 1, 4_999);
        Assert.True(killedAtWork >= Kills / 2, $"only {killedAtWork} kills found the run at work");
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--workers", "2", "--no-ranking", "--store", _terminal["killed"]));

        var (calm, killed) = (await ExportAsync(study, "calm"), await ExportAsync(study, "killed"));
        Assert.Equal(5_001, calm.Count(letter => letter == '\n'));
        Assert.Equal(calm, killed);
    }

    [Fact]
    public async Task AFlippedByteIsFoundNamedAndRepairedByRunningAgain()
    {
        var study = WriteStudy(backtests: 300, repeats: 1);
        var recorded = await _terminal.RunAsync("run", study, "--no-ranking", "--checkpoint-batch-size", "50", "--store", _terminal.Store);
        Assert.True(recorded == ExitCodes.Done, _terminal.Error);
        var before = await ExportAsync(study, "store");
        JournalDamage.FlipByte(new StoreDirectory(_terminal.Store), sequence: 4);

        Assert.Equal(ExitCodes.Broken, await _terminal.RunAsync("verify", study, "--store", _terminal.Store));
        Assert.Contains("event 4", _terminal.Output + _terminal.Error, StringComparison.Ordinal);
        Assert.Contains("backtest run", _terminal.Output + _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--no-ranking", "--store", _terminal.Store));

        Assert.Equal(before, await ExportAsync(study, "store"));
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("verify", study, "--store", _terminal.Store));
    }

    private string WriteStudy(int backtests, int repeats)
    {
        var bars = Path.Combine(AppContext.BaseDirectory, "Examples", "sp500-2000.csv");
        return _terminal.Write("crash.yaml", string.Create(CultureInfo.InvariantCulture, $$"""
            study: crash
            data: [{ symbol: SPX, file: "{{bars}}", timeframe: 1d }]
            strategies:
              - name: slow-cross
                assembly: "{{typeof(SlowCross).Assembly.Location}}"
                parameters: { fast: { from: 2, to: 60 }, slow: { from: 3, to: 200 }, repeats: {{repeats}} }
                where: fast < slow
            limit: {{backtests}}
            costs: { commission: 0.1% }
            """));
    }

    private async Task<string> ExportAsync(string study, string store)
    {
        var code = await _terminal.RunAsync("export", study, "--format", "csv", "--out", _terminal[$"{store}.csv"], "--store", _terminal[store]);
        Assert.True(code == ExitCodes.Done, _terminal.Error);
        return await File.ReadAllTextAsync(_terminal[$"{store}.csv"]);
    }

    private long Recorded()
    {
        var store = new StoreDirectory(_terminal["killed"]);
        if (!store.Exists) return 0;
        try
        {
            using var journal = JournalReader.Open(store);
            return journal.Read("crash", keysOnly: true).Sum(entry => (entry.Event as ResultKeysRecorded)?.Rows.Count ?? 0);
        }
        catch (StoreException)
        {
            return 0;
        }
    }

    private static long LastTold(string error) => ProgressLine().Matches(error) is { Count: > 0 } lines
        ? long.Parse(lines[^1].Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(@"^([\d,]+) of [\d,]+", RegexOptions.Multiline)]
    private static partial Regex ProgressLine();
}
