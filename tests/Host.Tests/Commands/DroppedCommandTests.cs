using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class DroppedCommandTests
{
    private const string Filtered = RecordedStudies.Crosses
        + "\nwindows: { walk-forward: { train: 100d, test: 40d } }\nwindow-filter: total_return > -2%\nfinal-filter: sharpe > 0.5";

    [Fact]
    public async Task WhatWasDroppedIsToldWithItsWindowItsFilterAndWhatTheFilterSaw()
    {
        using var studies = await new RecordedStudies(Filtered, "filtered").RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("dropped", "--format", "json"));

        using var answer = JsonDocument.Parse(studies.Terminal.Output);
        var dropped = answer.RootElement.GetProperty("dropped").EnumerateArray().ToArray();
        Assert.InRange(dropped.Length, 1, 18);
        Assert.All(dropped.Where(set => set.GetProperty("by").GetString() == "window-filter"), set =>
            Assert.True(set.GetProperty("metrics").GetProperty("total_return").GetDouble() <= -0.02));
        Assert.True(answer.RootElement.GetProperty("spared_backtests").GetInt32() > 0);
        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("dropped"));
        Assert.Contains(" by window-filter: total_return > -2%\n", studies.Terminal.Output, StringComparison.Ordinal);
        Assert.Contains("of 18 sets dropped, which spared ", studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SurvivorsAreTheRowsOfTheSetsThatWereKept()
    {
        using var studies = await new RecordedStudies(Filtered, "filtered").RunAsync();
        await studies.CommandAsync("dropped", "--format", "json");
        using var answer = JsonDocument.Parse(studies.Terminal.Output);
        var dropped = answer.RootElement.GetProperty("dropped").GetArrayLength();

        await studies.CommandAsync("results", "--survivors", "--format", "csv");
        var survivors = studies.Terminal.Output.TrimEnd().Split('\n')[1..];
        await studies.CommandAsync("results", "--format", "csv");
        var all = studies.Terminal.Output.TrimEnd().Split('\n')[1..];

        var windows = all.Select(Window).Distinct().Count();
        Assert.Equal((18 - dropped) * windows, survivors.Length);
        Assert.All(survivors, row => Assert.Contains(row, all));
    }

    [Fact]
    public async Task RunAndStatusCountWhatIsDropped()
    {
        using var studies = await new RecordedStudies(Filtered, "filtered").RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("run"));
        Assert.Matches("filtered: nothing is missing, [0-9]+ backtests were recorded before; .* dropped\n", studies.Terminal.Error);
        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("status"));
        Assert.Matches(@"\ndropped +[1-9][0-9]*\nmissing +0\n", studies.Terminal.Output);
    }

    [Fact]
    public async Task AStudyWithoutFiltersIsToldHowToWriteOne()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("dropped"));
        Assert.Contains("crosses has no filter: write 'window-filter: trades >= 10'", studies.Terminal.Error, StringComparison.Ordinal);
    }

    private static string Window(string row) => row.Split(',').First(cell => cell.StartsWith("train-", StringComparison.Ordinal)
        || cell.StartsWith("test-", StringComparison.Ordinal));
}
