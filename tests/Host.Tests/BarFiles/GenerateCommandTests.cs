using Backtest.Engine.Market;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Bars;

namespace Backtest.Host.Tests.BarFiles;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("bars.csv")]
    [InlineData("bars.csv.gz")]
    public async Task TheFileReadsBackToTheBarsOfTheSeed(string name)
    {
        var file = _terminal[name];

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync(
            "data", "generate", "--bars", "300", "--timeframe", "15m", "--seed", "7", "--start", "2024-02-28T12:00:00Z", "--out", file));

        var made = SyntheticBars.Create("BARS", new Timeframe(15, TimeframeUnit.Minute), 300, 7, new DateTime(2024, 2, 28, 12, 0, 0));
        Assert.Equal(made.ContentHash, BarFile.Read(file, new BarFileOptions("BARS")).ContentHash);
        Assert.Equal(name.EndsWith(".gz", StringComparison.Ordinal), File.ReadAllBytes(file) is [0x1F, 0x8B, ..]);
        Assert.Equal([name], Directory.GetFiles(_terminal.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task TheDataSetForAStudyFileIsPrintedAndCanBeUsed()
    {
        var file = _terminal["my bars.csv"];

        await _terminal.RunAsync("data", "generate", "--bars", "400", "--timeframe", "1d", "--symbol", "It's", "--out", file);

        Assert.Equal($"- {{ symbol: 'It''s', file: '{file}', timeframe: 1d }}\n", _terminal.Output);
        var study = _terminal.Write("study.yaml", $"study: made-up\ndata:\n{_terminal.Output}strategies:\n- name: buy-and-hold\n");
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--store", _terminal.Store));
    }

    [Fact]
    public async Task AFileThatIsThereIsReplacedOnlyWhereThatIsAskedFor()
    {
        var file = _terminal.Write("bars.csv", "mine");

        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("data", "generate", "--bars", "3", "--out", file));
        Assert.Equal($"backtest: --out '{file}' exists already: name another file, or replace it with --force\n", _terminal.Error);
        Assert.Equal("mine", File.ReadAllText(file));

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("data", "generate", "--bars", "3", "--out", file, "--force"));
        Assert.Equal(3, BarFile.Read(file, new BarFileOptions("X")).Count);
    }

    [Theory]
    [InlineData("--bars 0 --out x.csv", "--bars is 0: it has to be 1 or more")]
    [InlineData("--bars many --out x.csv", "--bars is 'many': it has to be a whole number up to 20000000")]
    [InlineData("--bars 9 --seed -1 --out x.csv", "--seed is '-1': it has to be a whole number up to 18446744073709551615")]
    [InlineData("--bars 9 --start soon --out x.csv", "--start is 'soon': it has to be a date such as 2010-01-31, or 2010-01-31T15:30:00Z")]
    [InlineData("--bars 9 --start 1000-01-01 --out x.csv", "--start is 1000-01-01: it has to be in the years 1800 to 2199")]
    [InlineData("--bars 90000 --timeframe 1d --out x.csv", "90,000 bars of 1d from 2015-01-01 on reach beyond the year 2199: ask for fewer bars")]
    [InlineData("--bars 9 --out no-such-folder/x.csv", "--out 'no-such-folder/x.csv': there is no folder")]
    public async Task AWrongValueIsNamedWithTheRemedy(string options, string message)
    {
        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync(["data", "generate", .. options.Split(' ')]));

        Assert.StartsWith($"backtest: {message}", _terminal.Error, StringComparison.Ordinal);
        Assert.Empty(_terminal.Output);
    }
}
