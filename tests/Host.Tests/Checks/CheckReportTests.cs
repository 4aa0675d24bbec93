using System.Text.Json;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Host.Checks;
using Backtest.Host.CommandLine;
using Backtest.Storage.Results;

namespace Backtest.Host.Tests.Checks;

public sealed class CheckReportTests
{
    private readonly StringWriter _output = new(), _error = new();

    [Fact]
    public void NothingFoundIsDone()
    {
        Assert.Equal(ExitCodes.Done, Report([Line("ok", false)]).Write(Shell, json: false, planned: 1200));

        Assert.Equal("tried: 1 of 1,200 backtests checked, nothing found\n", _error.ToString());
    }

    [Fact]
    public void LinesAndOthersAreCountedTogether()
    {
        var report = Report([Line("ok", false), Line("WRONG", true)], "a field that is shared");

        Assert.Equal(ExitCodes.Failures, report.Write(Shell, json: false, planned: 2));

        Assert.Equal("backtest: a field that is shared\ntried: 2 of 2 backtests checked, 2 findings\n", _error.ToString());
    }

    [Fact]
    public void AWindowIsShownWhereThereAreSeveral()
    {
        Report([Line("ok", false, "2001"), Line("ok", false, "2002")]).Write(Shell, json: false, planned: 2);

        var lines = _output.ToString().Split('\n');
        Assert.Matches(" verdict +strategy +parameters +symbol +window +note", lines[0]);
        Assert.Matches(" ok +mine +n=3 mode=calm +SPX +2001 +seen", lines[2]);
    }

    [Fact]
    public void JsonHasEveryLineAndEveryOther()
    {
        Report([Line("WRONG", true)], "a field").Write(Shell, json: true, planned: 1);

        var report = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal(("tried", false, "a field"), (
            report.GetProperty("check").GetString(), report.GetProperty("sound").GetBoolean(), report.GetProperty("others")[0].GetString()));
        Assert.Equal(
            """{"strategy":"mine","parameters":{"n":3,"mode":"calm"},"symbol":"SPX","window":"all","verdict":"WRONG","finding":true,"note":"seen"}""",
            JsonSerializer.Serialize(report.GetProperty("backtests")[0]));
    }

    private Shell Shell => new(_output, _error, false, false, false, 200);

    private static CheckReport Report(IReadOnlyList<CheckLine> lines, params string[] others) =>
        new("tried", [new Host.Results.PlainColumn("note")], lines) { Others = others };

    private static CheckLine Line(string verdict, bool isFinding, string window = "all")
    {
        KeyValuePair<string, ParameterValue>[] parameters = [new("n", new ParameterValue(3)), new("mode", new ParameterValue("calm"))];
        var times = new BarTimes(SyntheticBars.Create("SPX", Timeframe.Day, 1, 1));
        return new CheckLine(
            new CheckTarget("mine", parameters, "SPX", window, times), verdict, isFinding, ["seen"], json => json.WriteString("note", "seen"));
    }
}
