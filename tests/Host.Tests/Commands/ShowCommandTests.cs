using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class ShowCommandTests
{
    [Fact]
    public async Task ARankShowsMetricsEquityAndTradesAndThatTheyEqualWhatIsRecorded()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("show", "#1"));

        foreach (var part in new[] { "crosses, backtest ", "sma-cross fast=", "total_return", "⠤", "entry price", "2015-" })
            Assert.Contains(part, studies.Terminal.Output, StringComparison.Ordinal);
        Assert.Equal("computed again, equal to the recorded result\n", studies.Terminal.Error);
    }

    [Fact]
    public async Task TheBeginningOfAKeyFindsTheSameBacktestAsItsRank()
    {
        using var studies = await new RecordedStudies().RunAsync();
        await studies.CommandAsync("show", "#2");
        var (byRank, key) = (studies.Terminal.Output, studies.Terminal.Output.Split("backtest ")[1][..6]);

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("show", key.ToUpperInvariant()));

        Assert.Equal(byRank, studies.Terminal.Output);
    }

    [Fact]
    public async Task RanksAreThoseOfTheRankingThatIsAskedFor()
    {
        using var studies = await new RecordedStudies().RunAsync();
        await studies.CommandAsync("results", "--sort", "trades", "--where", "slow > 8", "--top", "1", "--format", "csv");
        var key = studies.Terminal.Output.Split('\n')[1].Split(',')[1];

        await studies.CommandAsync("show", "#1", "--sort", "trades", "--where", "slow > 8");

        Assert.Contains(key, studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TradesAndEquityCanBeWrittenAsCsv()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("show", "#1", "--format", "csv", "--equity"));
        var equity = studies.Terminal.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("show", "#1", "--format", "csv"));
        var trades = studies.Terminal.Output.Split('\n');

        Assert.Equal(("time,equity", "2015-01-01,10000", 301), (equity[0], equity[1], equity.Length));
        Assert.Equal(
            "entry_time,exit_time,bars,quantity,entry_price,exit_price,entry_fee,exit_fee,net_result,return,symbol,carry,liquidation", trades[0]);
        Assert.StartsWith("2015-", trades[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonHasTheColumnsAndTheParts()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("show", "#1", "--format", "json"));

        using var json = JsonDocument.Parse(studies.Terminal.Output);
        var names = json.RootElement.EnumerateObject().Select(member => member.Name).ToArray();
        Assert.Equal(names.Distinct(), names);
        Assert.Equal(json.RootElement.GetProperty("trades").GetInt32(), json.RootElement.GetProperty("trade_list").GetArrayLength());
        Assert.Equal(300, json.RootElement.GetProperty("equity_curve").GetArrayLength());
        Assert.True(json.RootElement.GetProperty("equal_to_recorded").GetBoolean());
    }

    [Fact]
    public async Task AFailedBacktestShowsWhyAndHowToRunItAlone()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("show", "#1", "--where", "status == 'failed'"));

        var output = studies.Terminal.Output;
        var key = output.Split("backtest ")[1][..32];
        string[] parts =
            ["poison period=3 poison=3, SPX", "failed: System.InvalidOperationException", "=poisoned 3,", "\\u001b[31mby \"design\"", "at Backtest."];
        Assert.All(parts, part => Assert.Contains(part, output, StringComparison.Ordinal));
        Assert.EndsWith($"run it alone with: backtest run {studies.Study} --only {key} --workers none\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task AResultThatCannotBeRepeatedIsALoudWarning()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Fickle).RunAsync();

        Assert.Equal(ExitCodes.Broken, await studies.CommandAsync("show", "#1"));

        Assert.Contains("WARNING", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Contains("is NOT equal to the recorded result", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "which backtest? name a key as the ranking shows it, or a rank in quotes")]
    [InlineData("#0", "'#0' is no rank")]
    [InlineData("#x", "'#x' is no rank")]
    [InlineData("#19", "there is no rank 19: the ranking has 18 backtests")]
    [InlineData("12", "key '12' is too short")]
    [InlineData("xyz12345", "'xyz12345' is no key")]
    [InlineData("00000000000000000000000000000000", "has a key that begins with '0000")]
    [InlineData("#1|--trades|--equity|--format|csv", "csv has one table")]
    public async Task ABacktestThatIsNotThereIsToldWithTheRemedy(string words, string expected)
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("show", words.Split('|', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Contains(expected, studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Empty(studies.Terminal.Output);
    }
}
