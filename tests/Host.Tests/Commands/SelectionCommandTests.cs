using System.Globalization;
using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class SelectionCommandTests
{
    private const string WalkForward = "windows: { walk-forward: { train: 100d, test: 40d, select: total_return } }";

    [Fact]
    public async Task TheBestInSampleIsChosenAndItsOutOfSampleWindowsAreStitched()
    {
        using var studies = await new RecordedStudies($"{RecordedStudies.Crosses}\n{WalkForward}", "walk").RunAsync();
        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("results", "--format", "csv"));
        var rows = Rows(studies.Terminal.Output);

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("selection", "--format", "json"));
        using var answer = JsonDocument.Parse(studies.Terminal.Output);

        var (growth, choices) = (1.0, answer.RootElement.GetProperty("choices").EnumerateArray().ToArray());
        Assert.True(choices.Length >= 4);
        foreach (var (choice, fold) in choices.Select((choice, at) => (choice, at + 1)))
        {
            var best = rows.Where(row => row["window"] == $"train-{fold}").MaxBy(row => Number(row, "total_return"))!;
            Assert.Equal($"fast={best["fast"]} slow={best["slow"]}", choice.GetProperty("parameters").GetString());
            var tests = rows.Where(row => row["window"] == $"test-{fold}").ToArray();
            var own = Number(tests.Single(row => row["fast"] == best["fast"] && row["slow"] == best["slow"]), "total_return");
            Assert.Equal(own, choice.GetProperty("test_total_return").GetDouble());
            Assert.Equal(1 + tests.Count(row => Number(row, "total_return") > own), choice.GetProperty("test_rank").GetInt32());
            Assert.Equal(18, choice.GetProperty("candidates").GetInt32());
            growth *= 1 + own;
        }

        var path = answer.RootElement.GetProperty("accounts")[0].GetProperty("paths")[0];
        Assert.Equal(growth - 1, path.GetProperty("total_return").GetDouble(), 9);
    }

    [Fact]
    public async Task APersonSeesALineAFoldAndTheWhole()
    {
        using var studies = await new RecordedStudies($"{RecordedStudies.Crosses}\n{WalkForward}", "walk").RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("selection", "--select", "sharpe", "--equity", studies.Terminal["equity.csv"]));

        Assert.StartsWith("walk: the best in-sample by sharpe, and how it did out-of-sample\n", studies.Terminal.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nout-of-sample, stitched: total_return -?[0-9.]+%, cagr .*; efficiency ", studies.Terminal.Output);
        Assert.Empty(studies.Terminal.Error);
        var lines = File.ReadAllLines(studies.Terminal["equity.csv"]);
        Assert.Equal("symbol,path,time,equity", lines[0]);
        Assert.InRange(lines.Length, 150, 201);
    }

    [Fact]
    public async Task ACrossValidationHasAPathForEveryGroupsTurn()
    {
        const string Validation = "windows: { cross-validation: { groups: 4, test: 2, gap: 3d } }";
        using var studies = await new RecordedStudies($"{RecordedStudies.Crosses}\n{Validation}", "validated").RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("selection", "--format", "json"));

        using var answer = JsonDocument.Parse(studies.Terminal.Output);
        Assert.Equal(
            ["1+2", "1+3", "1+4", "2+3", "2+4", "3+4"],
            answer.RootElement.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("fold").GetString()));
        Assert.Equal(3, answer.RootElement.GetProperty("accounts")[0].GetProperty("paths").GetArrayLength());
        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("selection"));
        Assert.Contains("3 out-of-sample paths: sharpe from ", studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeAnsweredIsAWrongUsage()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("selection"));
        Assert.Contains("the windows of crosses have no folds: write windows as { walk-forward", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("selection", "--select", "sharp"));
        Assert.Contains("--select 'sharp' is no metric: did you mean 'sharpe'?", studies.Terminal.Error, StringComparison.Ordinal);
    }

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private static Dictionary<string, string>[] Rows(string csv)
    {
        var lines = csv.TrimEnd().Split('\n').Select(line => line.Split(',')).ToArray();
        return [.. lines[1..].Select(cells => Enumerable.Zip(lines[0], cells).ToDictionary(pair => pair.Item1, pair => pair.Item2))];
    }
}
