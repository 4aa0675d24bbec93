using System.Text.Json;
using Backtest.Host.BarFiles;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.BarFiles;

public sealed class CheckCommandTests : IDisposable
{
    private const string Header = "date,open,high,low,close,volume\n";

    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task ASoundFileIsDescribed()
    {
        var file = _terminal.Write("spx.csv", Days(1, 2, 3, 4, 5, 8, 9));

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("data", "check", file));

        Assert.Equal(
            $"""
            {file}: sound
              symbol      SPX
              format      ohlcv
              bars        7
              timeframe   1d
              first open  2024-01-01
              last open   2024-01-09
              gaps        none
              defects     none

            """,
            _terminal.Output);
        Assert.Empty(_terminal.Error);
    }

    [Fact]
    public async Task TenGapsAreShownAndTheOthersCounted()
    {
        var days = Enumerable.Range(0, 3000).Where(day => day % 250 != 249 && day % 250 != 248).Select(day => new DateTime(2000, 1, 1).AddDays(day));
        var file = _terminal.Write("bars.csv", Header + string.Concat(days.Select(day => $"{day:yyyy-MM-dd},1,1,1,1,1\n")));

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("data", "check", file));

        Assert.Contains(
            "  gaps        11, 22 bars missing\n              2000-09-04 to 2000-09-07: 2 bars, line 250\n",
            _terminal.Output,
            StringComparison.Ordinal);
        Assert.Contains("and 1 more", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProblemsAreLocatedOnStandardErrorAndTheOtherFilesAreStillChecked()
    {
        var bad = _terminal.Write("bad.csv", Header + "2024-01-01,1,1,1,1,1\n2024-01-01,1,1,1,1,1\n2024-01-02,1,1,2,1,1\n2024-01-03,1,1,1,1,1\n");
        var good = _terminal.Write("good.csv", Days(1, 2));
        var missing = _terminal["missing.csv"];

        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("data", "check", bad, missing, good));

        Assert.Equal(
            [
                $"{bad}:3:1: time 2024-01-01 is a duplicate of line 2: keep one of the two rows",
                $"{bad}:4:14: high 1 is below low 2: correct or delete the row",
                $"{missing}: no such file: check the name and the folder that it is relative to",
            ],
            _terminal.Error.TrimEnd().Split('\n'));
        Assert.Contains("  defects     1 duplicate, 1 impossible bar\n", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains($"{missing}: not sound\n{good}: sound\n", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatDoesNotTellItsTimeframeIsNotSoundUntilItIsGiven()
    {
        var file = _terminal.Write("bars.csv", Days(1));

        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("data", "check", file));
        Assert.Contains("timeframe   unknown: give it with --timeframe", _terminal.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("data", "check", file, "--timeframe", "1d"));
    }

    [Fact]
    public async Task JsonHasEverything()
    {
        var bad = _terminal.Write("bad.csv", Header + "2024-01-01,1,1,1,1,1\n2024-01-01,1,1,1,1,1\n2024-01-02,1,1,1,1,1\n");

        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("data", "check", bad, _terminal["missing.csv"], "--output", "json", "--symbol", "X"));

        var files = JsonDocument.Parse(_terminal.Output).RootElement;
        Assert.Equal(2, files.GetArrayLength());
        Assert.Equal(("X", false, 2), (
            files[0].GetProperty("symbol").GetString(), files[0].GetProperty("sound").GetBoolean(), files[0].GetProperty("bars").GetInt32()));
        Assert.Equal("2024-01-01", files[0].GetProperty("first_open").GetString());
        Assert.Equal(1, files[0].GetProperty("defects").GetProperty("duplicate").GetInt32());
        Assert.Equal(3, files[0].GetProperty("problems")[0].GetProperty("line").GetInt32());
        Assert.Equal(JsonValueKind.Null, files[1].GetProperty("bars").ValueKind);
    }

    [Fact]
    public async Task TimesMayMarkTheClose()
    {
        var file = _terminal.Write("bars.csv", "time,open,high,low,close,volume\n2024-01-01T01:00:00Z,1,1,1,1,1\n2024-01-01T02:00:00Z,1,1,1,1,1\n");

        await _terminal.RunAsync("data", "check", file, "--timestamps", "close");

        Assert.Contains("  first open  2024-01-01\n", _terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--timeframe 1x", "--timeframe is '1x': it has to be an interval such as 1m, 15m, 4h, 1d, 1w")]
    [InlineData("--format yaho", "yaho")]
    [InlineData("--timestamps middle", "middle")]
    [InlineData("--output xml", "xml")]
    public async Task AWrongOptionIsNamed(string options, string named)
    {
        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync(["data", "check", "x.csv", .. options.Split(' ')]));

        Assert.Contains(named, _terminal.Error, StringComparison.Ordinal);
        Assert.Empty(_terminal.Output);
    }

    [Theory]
    [InlineData("data/spy.csv.gz", "SPY")]
    [InlineData("BTCUSDT-1h-2024.zip", "BTCUSDT-1H-2024")]
    [InlineData(".csv", "BARS")]
    public void TheSymbolIsTheFilesName(string file, string symbol) => Assert.Equal(symbol, CheckCommand.SymbolOf(file));

    private static string Days(params int[] days) => Header + string.Concat(days.Select(day => $"2024-01-{day:00},1,1,1,1,1\n"));
}
