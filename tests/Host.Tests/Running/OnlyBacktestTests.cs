using System.Text.RegularExpressions;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Running;

public sealed partial class OnlyBacktestTests
{
    [Fact]
    public async Task OneBacktestGivesItsRecordedMetricsAndIsNotRecorded()
    {
        using var studies = await new RecordedStudies().RunAsync();
        await studies.CommandAsync("results", "--top", "1");
        var row = Row().Match(studies.Terminal.Output);
        var journal = File.ReadAllBytes(Path.Combine(studies.Terminal.Store, "journal.db"));

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("run", "--only", row.Groups["key"].Value, "--workers", "none"));

        Assert.Matches(
            $@"^crosses, backtest {row.Groups["key"].Value}[0-9a-f]{{24}}, index [0-9]+: sma-cross fast=\d+ slow=\d+ SPX\n", studies.Terminal.Output);
        Assert.Matches($@"\ntotal_return +{Regex.Escape(row.Groups["return"].Value)}\n", studies.Terminal.Output);
        Assert.Equal(18, studies.Terminal.Output.Split('\n').Count(line => line.Length > 0) - 1);
        Assert.Equal(journal, File.ReadAllBytes(Path.Combine(studies.Terminal.Store, "journal.db")));
    }

    [Fact]
    public async Task AFailureIsShownWithItsStack()
    {
        using var studies = new RecordedStudies(RecordedStudies.Poisoned);
        await studies.CommandAsync("run", "--no-ranking");
        await studies.CommandAsync("failures");
        var key = Key().Match(studies.Terminal.Output).Groups["key"].Value;

        Assert.Equal(ExitCodes.Failures, await studies.CommandAsync("run", "--only", key));

        Assert.Contains("failed: System.InvalidOperationException: =poisoned", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("PoisonStrategy.WriteSignals", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', studies.Terminal.Error);
    }

    [Theory]
    [InlineData("zzzz", "'zzzz' is no key")]
    [InlineData("12", "'12' is no key")]
    [InlineData("00000000000000000000000000000000", "no backtest of crosses has a key that begins with '0000")]
    public async Task AKeyThatNamesNothingIsRefused(string key, string message)
    {
        using var studies = new RecordedStudies();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("run", "--only", key));

        Assert.Contains(message, studies.Terminal.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(studies.Terminal.Store));
    }

    [GeneratedRegex(@"\n +1 +(?<key>[0-9a-f]{8}) +\d+ +\d+ +(?<return>-?[0-9.]+%)")]
    private static partial Regex Row();

    [GeneratedRegex("--only (?<key>[0-9a-f]{32})")]
    private static partial Regex Key();
}
