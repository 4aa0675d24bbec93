using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("MyTrend", 57, "my-trend")]
    [InlineData("my-breakout", 36, "my-breakout", "--bar-by-bar")]
    public async Task WhatItWritesRunsAndCompilesWithoutAWarning(string name, int count, string declared, params string[] options)
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync(["new", "strategy", _terminal[name], .. options]));

        var study = _terminal[name + ".yaml"];
        Assert.Equal([_terminal[name + ".cs"], _terminal["data/sp500-2000.csv"], _terminal["data/README.md"], study], Written());
        Assert.Equal($"Next:  backtest run {study}\n", _terminal.Error);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--store", _terminal.Store));
        Assert.Contains($"{count} done, 0 failed", _terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("strategies", declared, "--file", _terminal[name + ".cs"]));
        Assert.Contains($"      file: {_terminal[name + ".cs"]}\n", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsOverwritten()
    {
        var source = _terminal.Write("Mine.cs", "my work");

        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("new", "strategy", _terminal["Mine"]));

        Assert.Equal($"backtest: '{source}' is there already, and nothing is overwritten: choose another name\n", _terminal.Error);
        Assert.Equal([source], Directory.GetFileSystemEntries(_terminal.Folder));
        Assert.Equal("my work", File.ReadAllText(source));
    }

    [Fact]
    public async Task AStudyThatIsThereStaysAndIsToldHowToNameTheStrategy()
    {
        var study = _terminal.Write("Mine.yaml", "study: mine");

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("new", "strategy", _terminal["Mine"]));

        Assert.Equal([_terminal["Mine.cs"]], Written());
        Assert.Equal("study: mine", File.ReadAllText(study));
        Assert.StartsWith(
            $"backtest: {study} was there already and is as it was: name the strategy in it with  - file: Mine.cs\n",
            _terminal.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDataThatAreThereAreUsed()
    {
        Directory.CreateDirectory(_terminal["data"]);
        _terminal.Write("data/btc.usd.csv", "date,open,high,low,close,volume\n2020-01-01,1,2,1,2,5\n");

        await _terminal.RunAsync("new", "strategy", _terminal["strategies/Mine"]);

        Assert.Equal([_terminal["strategies/Mine.cs"], _terminal["strategies/Mine.yaml"]], Written());
        Assert.Contains(
            "- { symbol: BTC, file: '../data/btc.usd.csv' }", File.ReadAllText(_terminal["strategies/Mine.yaml"]), StringComparison.Ordinal);
    }

    private string[] Written() => _terminal.Output.TrimEnd().Split('\n');
}
