using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;
using Backtest.Strategies;

namespace Backtest.Host.Tests.Commands;

public sealed class StrategiesCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public static TheoryData<string> Names => [.. BuiltInStrategies.All.Select(strategy => strategy.Declaration.Name)];

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task AllAreListedWithParametersDefaultsAndRanges()
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("strategies"));

        foreach (var strategy in BuiltInStrategies.All)
            Assert.Contains($"{strategy.Declaration.Name}: {strategy.Declaration.Summary}\n", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains(
            """

            sma-cross: In where the fast simple moving average of the close crosses above the slow one, out where it crosses below.
              fast  10  1 to 100,000, whole  bars of the fast average
              slow  50  1 to 100,000, whole  bars of the slow average

            """,
            _terminal.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatAnExplanationSaysToWriteRuns(string name)
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("strategies", name));

        var snippet = _terminal.Output[_terminal.Output.IndexOf("  strategies:", StringComparison.Ordinal)..];
        var lines = snippet.Split('\n').Select(line => line.Length > 2 ? line[2..] : line);
        var study = _terminal.Write("study.yaml", $"""
            study: pasted
            data: {(name == "pair-spread" ? Pair() : Symbol("SPX", "sp500-2000.csv"))}
            {string.Join('\n', lines)}
            """);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--store", _terminal.Store));
    }

    private static string Pair() => $"[{{ portfolio: pair, symbols: {Symbol("A", "pair-a.csv")[..^1]}, {Symbol("B", "pair-b.csv")[1..]} }}]";

    private static string Symbol(string name, string file) =>
        $"[{{ symbol: {name}, file: '{Path.Combine(Built.Repository, "data", file)}' }}]";

    [Fact]
    public async Task AnExplanationNamesRuleSourceAndParameters()
    {
        await _terminal.RunAsync("strategies", "rsi-reversion");

        Assert.Equal(
            """
            rsi-reversion, version 1

            Rule:    In where the relative strength index is below the lower level and the strategy is flat, out where it is above the upper level.
            Source:  J. Welles Wilder, New Concepts in Technical Trading Systems, 1978.

              parameter  default  allowed              meaning
              period     14       1 to 100,000, whole  bars of the index
              lower      30       0 to 100             level to enter below, 0 to 100
              upper      70       0 to 100             level to leave above, 0 to 100

            In a study file:

              strategies:
                - name: rsi-reversion
                  parameters:
                    period: [7, 14, 28]
                    lower: [24, 30, 36]
                    upper: [56, 70, 84]

            """,
            _terminal.Output);
    }

    [Fact]
    public async Task JsonHasEverything()
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("strategies", "--format", "json"));

        var strategies = JsonDocument.Parse(_terminal.Output).RootElement;
        Assert.Equal(BuiltInStrategies.All.Count, strategies.GetArrayLength());
        var cross = strategies.EnumerateArray().Single(strategy => strategy.GetProperty("name").GetString() == "sma-cross");
        Assert.Equal(
            """{"name":"fast","summary":"bars of the fast average","type":"whole","default":10,"minimum":1,"maximum":100000}""",
            Compact(cross.GetProperty("parameters")[0]));
    }

    [Fact]
    public async Task AMisspelledNameIsToldTheNearestOne()
    {
        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("strategies", "sma-kross"));

        Assert.Equal("backtest: there is no built-in strategy 'sma-kross': did you mean 'sma-cross'?\n", _terminal.Error);
        Assert.Empty(_terminal.Output);
    }

    [Fact]
    public async Task AClassLibraryIsExplainedAsTheBuiltInOnesAre()
    {
        var library = Built.OfSample("FaultyStrategies", "FaultyStrategies.dll");

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("strategies", "faulty", "--assembly", library));

        Assert.Contains(
            "  mode       throw    throw, hang, exit, overflow, allocate, none  how it goes wrong\n", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains($"      assembly: {library}\n", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("        mode: throw\n", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAssemblyThatIsNotThereIsToldAsUsage()
    {
        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("strategies", "--assembly", "no-such.dll"));

        Assert.Equal("backtest: there is no file 'no-such.dll': build the class library first\n", _terminal.Error);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
