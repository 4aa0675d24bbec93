using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class FailuresCommandTests
{
    [Fact]
    public async Task FailuresOfOneKindAreOneEntryWithAnExampleAndItsCommand()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("failures"));

        var lines = studies.Terminal.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("crosses: 4 of 12 recorded backtests failed", lines[0]);
        Assert.Equal("4 failed: System.InvalidOperationException: =poisoned 3, \\u001b[31mby \"design\"", lines[1]);
        Assert.Equal("    first: poison period=3 poison=3, SPX, window all", lines[2]);
        Assert.Matches($"^    alone: backtest run {studies.Study} --only [0-9a-f]{{32}} --workers none$", lines[3]);
        Assert.Equal(4, lines.Length);
        Assert.Contains("'backtest retry ", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllListsEach()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();

        await studies.CommandAsync("failures", "--all");
        Assert.Equal(1 + 2 * 4, studies.Terminal.Output.TrimEnd('\n').Split('\n').Length);
        await studies.CommandAsync("failures", "--all", "--format", "json");
        using var json = JsonDocument.Parse(studies.Terminal.Output);
        Assert.Equal([3, 6, 9, 12], json.RootElement.GetProperty("failures").EnumerateArray().Select(
            failure => failure.GetProperty("parameters").GetProperty("period").GetInt32()));
    }

    [Fact]
    public async Task WithoutFailuresThereIsNothingToSay()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("failures"));

        Assert.Equal("crosses: 0 of 18 recorded backtests failed\n", studies.Terminal.Output);
        Assert.Empty(studies.Terminal.Error);
    }
}
