using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class SummaryCommandTests
{
    private const string Windows =
        RecordedStudies.Crosses + "\nwindows:\n  - { from: 2015-01-01, to: 2015-05-31 }\n  - { from: 2015-06-01 }";

    [Fact]
    public async Task SetsAreRankedByTheirWindowsTogether()
    {
        using var studies = await new RecordedStudies(Windows).RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("summary"));

        var lines = studies.Terminal.Output.Split('\n');
        Assert.Equal("crosses: 10 of 18 parameter sets over 2 windows, by score, focus balanced", lines[0]);
        foreach (var column in new[] { "fast", "slow", "score", "profitable", "max_drawdown", "consistency", "stability" })
            Assert.Contains(column, lines[1], StringComparison.Ordinal);
        Assert.Equal(13, lines.Count(line => line.Length > 0));
    }

    [Fact]
    public async Task ItIsSortedFilteredAndCutAsAsked()
    {
        using var studies = await new RecordedStudies(Windows).RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync(
            "summary", "--focus", "RISK_ADJUSTED", "--sort", "sharpe", "--where", "fast == 3 and windows == 2", "--top", "4", "--format", "csv"));

        var rows = studies.Terminal.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToArray();
        var sharpe = Array.IndexOf(rows[0], "sharpe");
        Assert.Equal(5, rows.Length);
        Assert.All(rows.Skip(1), row => Assert.Equal("3", row[1]));
        var ratios = rows.Skip(1).Select(row => double.Parse(row[sharpe], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(ratios.OrderDescending(), ratios);
    }

    [Fact]
    public async Task WithoutATopProgramsGetAllSets()
    {
        using var studies = await new RecordedStudies(Windows).RunAsync();

        await studies.CommandAsync("summary", "--format", "json");

        using var json = System.Text.Json.JsonDocument.Parse(studies.Terminal.Output);
        Assert.Equal(18, json.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("--focus|riskadjusted", "did you mean 'risk-adjusted'?")]
    [InlineData("--focus|x", "there are balanced, profit, frequency, risk-adjusted")]
    [InlineData("--sort|sharp", "did you mean 'sharpe'?")]
    [InlineData("--where|sharp > 1", "condition 'sharp > 1'")]
    [InlineData("--windows|test", "the study has no windows to test in: say --windows all")]
    public async Task WhatCannotBeMeantIsToldWithTheRemedy(string words, string expected)
    {
        using var studies = await new RecordedStudies(Windows).RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("summary", words.Split('|')));

        Assert.Contains(expected, studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Empty(studies.Terminal.Output);
    }
}
