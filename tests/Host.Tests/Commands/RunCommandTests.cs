using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class RunCommandTests
{
    [Fact]
    public async Task ARunShowsItsPlanItsSettingsItsProgressAndItsRanking()
    {
        using var studies = new RecordedStudies();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("run", "--workers", "2"));

        var (output, error) = (studies.Terminal.Output, studies.Terminal.Error);
        Assert.StartsWith("crosses: 10 of 18 backtests, by sharpe\n", output, StringComparison.Ordinal);
        Assert.Contains("crosses: 18 backtests planned, 0 found, 18 missing\n", error, StringComparison.Ordinal);
        Assert.Contains("workers: 2, batch size: 50 or more, checkpoint batch: 10 or more\n", error, StringComparison.Ordinal);
        Assert.Matches(@"memory: Used: [0-9.]+%, Available: [0-9]+\.[0-9]GB\n", error);
        Assert.Matches(@"\n18 of 18 \(100\.0 %\)  0 failed  [0-9.,]+/s  used [0-9]+ %  available [0-9.]+ GB\n", error);
        Assert.Matches(@"\ncompleted 18: 18 done, 0 failed, 0 found, 0 missing; .*, 2 workers\n$", error);
    }

    [Fact]
    public async Task ASecondRunRunsNothingAndShowsTheSameRanking()
    {
        using var studies = new RecordedStudies();
        await studies.CommandAsync("run");
        var first = studies.Terminal.Output;

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("run"));

        Assert.Equal("crosses: nothing is missing, all 18 backtests were recorded before; completed 18\n", studies.Terminal.Error);
        Assert.Equal(first, studies.Terminal.Output);
    }

    [Fact]
    public async Task AWiderRangeRunsOnlyWhatIsNew()
    {
        using var studies = new RecordedStudies();
        await studies.CommandAsync("run");
        File.WriteAllText(studies.Study, File.ReadAllText(studies.Study).Replace("to: 11", "to: 13", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("run"));

        Assert.Contains("24 backtests planned, 18 found, 6 missing", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("completed 24: 6 done, 0 failed, 18 found, 0 missing", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALimitTakesTheFirstParameterSets()
    {
        using var studies = new RecordedStudies();

        await studies.CommandAsync("run", "--limit", "5");
        Assert.Contains("completed 5: 5 done", studies.Terminal.Error, StringComparison.Ordinal);

        await studies.CommandAsync("run");
        Assert.Contains("completed 18: 13 done, 0 failed, 5 found", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("2")]
    public async Task FailingBacktestsCostTheirOwnResultsAndTheExitCodeSaysSo(string workers)
    {
        using var studies = new RecordedStudies(RecordedStudies.Poisoned);

        Assert.Equal(ExitCodes.Failures, await studies.CommandAsync("run", "--workers", workers));
        Assert.Contains("completed 12: 8 done, 4 failed", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("4 backtests failed: 'backtest failures ", studies.Terminal.Error, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Failures, await studies.CommandAsync("run", "--workers", workers));
        Assert.Contains("nothing is missing", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("4 backtests failed in an earlier run: ", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("'backtest retry ", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopOnErrorEndsWithTheErrorThatStoppedIt()
    {
        using var studies = new RecordedStudies(RecordedStudies.Poisoned);

        Assert.Equal(ExitCodes.Broken, await studies.CommandAsync("run", "--stop-on-error", "--workers", "none", "--batch-size", "1"));

        Assert.Contains("was to stop on the first one", studies.Terminal.Error, StringComparison.Ordinal);
        const string Error = @"backtest: [0-9a-f]{32} \(poison period=3 poison=3, SPX\): failed: System.InvalidOperationException: =poisoned 3";
        Assert.Matches(Error, studies.Terminal.Error);
        Assert.Empty(studies.Terminal.Output);
    }

    [Fact]
    public async Task ABacktestThatNeverEndsTimesOut()
    {
        using var studies = new RecordedStudies(RecordedStudies.Slow(6, 0, hang: 3));

        Assert.Equal(ExitCodes.Failures, await studies.CommandAsync("run", "--timeout", "300ms", "--workers", "2"));

        Assert.Contains("completed 6: 5 done, 1 failed", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneAutomaticWorkerHasAThreadOfItsOwnAndTimesOutToo()
    {
        using var studies = new RecordedStudies(RecordedStudies.Slow(3, 0, hang: 2));

        Assert.Equal(ExitCodes.Failures, await studies.CommandAsync("run", "--timeout", "300ms"));

        Assert.Contains("workers: 1 (auto)", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("2 done, 1 failed", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATimeoutThatCannotBeKeptIsSaid()
    {
        using var studies = new RecordedStudies();

        await studies.CommandAsync("run", "--timeout", "5s", "--workers", "none");

        Assert.Contains("note: in the program's own thread no backtest can be given up", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADryRunTellsAllAndWritesNothing()
    {
        using var studies = new RecordedStudies();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("run", "--dry-run"));

        Assert.False(Directory.Exists(studies.Terminal.Store));
        var names = studies.Terminal.Output.TrimEnd().Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]);
        string[] expected =
            ["study", "plan", "found", "missing", "workers", "checkpoint batch", "batch size", "total strategies", "expected time", "memory"];
        Assert.Equal(expected, names);
        Assert.Contains("18 backtests: 1 strategy with 18 parameter sets, 1 data set, 1 window", studies.Terminal.Output, StringComparison.Ordinal);
        Assert.Matches(@"expected time: +about [0-9.]+ minutes", studies.Terminal.Output);
    }

    [Fact]
    public async Task ADryRunFindsWhatIsRecorded()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();
        var journal = Path.Combine(studies.Terminal.Store, "journal.db");
        var before = File.ReadAllBytes(journal);

        await studies.CommandAsync("run", "--dry-run");

        Assert.Matches(@"found: +12, 4 of them failed\nmissing: +0\n", studies.Terminal.Output);
        Assert.Contains("nothing is missing", studies.Terminal.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(journal));
    }

    [Fact]
    public async Task QuietLeavesTheRankingAlone()
    {
        using var studies = new RecordedStudies();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("run", "--quiet", "--sort", "total_return", "--top", "3"));

        Assert.Empty(studies.Terminal.Error);
        Assert.StartsWith("crosses: 3 of 18 backtests, by total_return\n", studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutARankingStandardOutputIsEmpty()
    {
        using var studies = new RecordedStudies();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("run", "--no-ranking", "--progress", "none"));

        Assert.Empty(studies.Terminal.Output);
        Assert.DoesNotContain("100.0 %", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("completed 18", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProfileTellsWhereTheTimeWent()
    {
        using var studies = new RecordedStudies();

        await studies.CommandAsync("run", "--profile");

        Assert.Contains("where the time went", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Matches(@"sma-cross +simulation +.* % +18 ", studies.Terminal.Error);
    }

    [Fact]
    public async Task ACancelledRunSaysHowToGoOn()
    {
        using var studies = new RecordedStudies(RecordedStudies.Slow(400, 10));
        using var cancellation = new CancellationTokenSource();
        cancellation.CancelAfter(TimeSpan.FromSeconds(1.5));

        var code = await studies.Terminal.RunAsync(
            cancellation.Token, "run", studies.Study, "--store", studies.Terminal.Store, "--workers", "2", "--no-ranking");

        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.Matches(
            @"interrupted: [0-9]+ of 400 backtests are recorded; go on with: backtest run .*crosses.yaml --store ", studies.Terminal.Error);
        Assert.Empty(studies.Terminal.Output);
    }
}
