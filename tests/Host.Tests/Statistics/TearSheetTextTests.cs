using System.Text.Json;
using System.Text.RegularExpressions;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Host.CommandLine;
using Backtest.Host.Statistics;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Statistics;

public sealed partial class TearSheetTextTests
{
    [Fact]
    public async Task EveryFigureAndTableIsShownAndInTheJson()
    {
        using var studies = await new RecordedStudies().RunAsync();
        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("show", "#1", "--statistics", "--rolling", "20"));
        var text = studies.Terminal.Output;
        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("show", "#1", "--statistics", "--format", "json", "--benchmark", "spx"));

        using var json = JsonDocument.Parse(studies.Terminal.Output);
        var statistics = json.RootElement.GetProperty("statistics");
        Assert.All(TearFigure.All, figure =>
        {
            Assert.Contains(figure.Name, text, StringComparison.Ordinal);
            Assert.True(statistics.TryGetProperty(figure.Name, out _), figure.Name);
        });
        foreach (var part in new[] { "total_return", "⠤", "AGAINST BUYING AND HOLDING SPX", "RETURNS BY MONTH", "DRAWDOWNS", "ROLLING OVER 20 BARS" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Equal(json.RootElement.GetProperty("trades").GetInt32(), statistics.GetProperty("trade_excursions").GetArrayLength());
        Assert.Equal(300 - statistics.GetProperty("rolling_bars").GetInt32() + 1, statistics.GetProperty("rolling").GetArrayLength());
        Assert.Equal(statistics.GetProperty("drawdowns").GetInt32(), statistics.GetProperty("drawdown_list").GetArrayLength());
        Assert.False(json.RootElement.TryGetProperty("trade_list", out _));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public void ItFitsTheTerminal(int width)
    {
        var output = new StringWriter();
        var shell = new Shell(output, TextWriter.Null, OutputIsTerminal: true, ErrorIsTerminal: false, UseColor: false, width);
        var (sheet, times) = ExampleSheet.Of(700);

        new TearSheetText(shell, sheet, times).Write();

        var lines = Escape().Replace(output.ToString(), "").Split('\n');
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.All(TearFigure.All, figure => Assert.Contains(lines, line => line.Contains(figure.Name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--statistics|--benchmark|SPY", "the study has no symbol 'SPY' to compare with")]
    [InlineData("--benchmark|SPX", "--benchmark is a part of the statistics: add --statistics")]
    [InlineData("--rolling|20", "--rolling is a part of the statistics: add --statistics")]
    [InlineData("--statistics|--rolling|1", "--rolling has to be 2 or more")]
    [InlineData("--statistics|--format|csv", "csv has one table: statistics are shown as a table or as json")]
    public async Task WhatDoesNotGoTogetherIsTold(string words, string expected)
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("show", ["#1", .. words.Split('|')]));

        Assert.Contains(expected, studies.Terminal.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escape();
}
