using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class StatisticsCommandTests
{
    private static readonly string[] Quick = ["--draws", "50", "--permutations", "20", "--blocks", "6"];

    [Fact]
    public async Task EveryStatisticIsShownWithWhatItMeans()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("statistics", [.. Quick, "--sample", "7"]));

        string[] parts =
        [
            "crosses: the best of 18 backtests by sharpe", "7 of 18 backtests computed again for their returns, seed 1", "probabilistic sharpe",
            "deflated sharpe ", "deflated sharpe, effective", "probability of overfitting", "of 20 splits of 6 blocks", "reality check (p)",
            "superior ability (p)", "permuted bars (p)", "drawdown from exit to exit", "neighbours in the grid",
        ];
        Assert.All(parts, part => Assert.Contains(part, studies.Terminal.Output, StringComparison.Ordinal));
        Assert.Empty(studies.Terminal.Error);
    }

    [Fact]
    public async Task JsonIsTheSameEachTimeAndChangesWithTheSeed()
    {
        using var studies = await new RecordedStudies().RunAsync();
        await studies.CommandAsync("statistics", [.. Quick, "--format", "json", "--metric", "total_return"]);
        var first = studies.Terminal.Output;
        await studies.CommandAsync("statistics", [.. Quick, "--format", "json", "--metric", "total_return"]);
        var again = studies.Terminal.Output;
        await studies.CommandAsync("statistics", [.. Quick, "--format", "json", "--metric", "total_return", "--seed", "2"]);

        using var json = JsonDocument.Parse(first);
        Assert.Equal(first, again);
        Assert.NotEqual(first.Replace("\"seed\": 1", "\"seed\": 2", StringComparison.Ordinal), studies.Terminal.Output);
        Assert.Equal((18, "total_return"), (json.RootElement.GetProperty("trials").GetInt32(), json.RootElement.GetProperty("metric").GetString()));
        Assert.InRange(json.RootElement.GetProperty("permuted_bars").GetProperty("probability").GetDouble(), 1 / 21.0, 1);
        Assert.Equal(20, json.RootElement.GetProperty("overfitting").GetProperty("splits").GetInt32());
    }

    [Fact]
    public async Task AStrategyThatIsNotDeterministicIsALoudWarning()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Fickle).RunAsync();

        Assert.Equal(ExitCodes.Broken, await studies.CommandAsync("statistics", [.. Quick, "--metric", "total_return"]));

        Assert.Contains("NOT equal to the recorded results", studies.Terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--metric|sharp", "did you mean 'sharpe'?")]
    [InlineData("--blocks|7", "--blocks 7 is odd")]
    [InlineData("--blocks|22", "--blocks '22' has to be 1 to 20")]
    [InlineData("--sample|0", "--sample '0' has to be 1 to")]
    [InlineData("--where|trades > 1000000", "no recorded backtest of crosses has a sharpe")]
    [InlineData("--where|tradez > 1", "condition 'tradez > 1'")]
    public async Task WhatCannotBeMeantIsToldWithTheRemedy(string words, string expected)
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("statistics", words.Split('|')));

        Assert.Contains(expected, studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Empty(studies.Terminal.Output);
    }
}
