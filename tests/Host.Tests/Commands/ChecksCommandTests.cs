using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class ChecksCommandTests : IDisposable
{
    private const string Cross = """
        var close = market.Close;
        var average = market.Sma(parameters.Whole("period"));
        for (var bar = 0; bar < market.Count; bar++)
        {
            if (close[bar] > average[bar]) signals.Entries[bar] = true;
            if (close[bar] < average[bar]) signals.Exits[bar] = true;
        }
        """;

    private const string HalfOfIt = "parameters.Whole(\"period\") / 2";

    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("lookahead")]
    [InlineData("warmup")]
    [InlineData("determinism")]
    public async Task ASoundStudyHasNothingToFindAndNothingIsWritten(string check)
    {
        Assert.Equal(ExitCodes.Done, await RunAsync(check, Write(Cross), "--sample", "3"));

        Assert.Equal(2 + 3, _terminal.Output.TrimEnd().Split('\n').Length);
        Assert.Equal(3, _terminal.Output.Split("\n ok ").Length - 1);
        Assert.Equal($"{check}: 3 of 10 backtests checked, nothing found\n", _terminal.Error);
        Assert.False(Directory.Exists(_terminal.Store));
    }

    [Theory]
    [InlineData("lookahead")]
    [InlineData("warmup")]
    [InlineData("determinism")]
    public async Task TheBuiltInStrategiesAreSound(string check)
    {
        var study = Path.Combine(Built.Repository, "studies", "sp500-many-strategies.yaml");

        Assert.Equal(ExitCodes.Done, await RunAsync(check, study, "--sample", "16"));
    }

    [Fact]
    public async Task ALookAheadIsFoundWithStrategyParametersAndFirstBar()
    {
        var study = Write(
            "var close = market.Close; for (var i = 0; i + 1 < close.Length; i++) if (close[i + 1] > close[i] * 1.02) signals.Entries[i] = true;");

        Assert.Equal(ExitCodes.Failures, await RunAsync("lookahead", study, "--sample", "2"));

        const string Day = @"\d{4}-\d\d-\d\d";
        Assert.Matches($@"LOOKS AHEAD +mine +period=\d+ +SPX +{Day} +{Day} +entry only with the bars after the cut", _terminal.Output);
        Assert.Equal("lookahead: 2 of 10 backtests checked, 2 findings\n", _terminal.Error);
    }

    [Fact]
    public async Task AWarmUpThatIsTooShortIsFoundWithWhatWouldDo()
    {
        Assert.Equal(ExitCodes.Failures, await RunAsync("warmup", Write(Cross, warmUp: "3"), "--sample", "1"));

        Assert.Matches(@"TOO SHORT +mine +period=\d+ +SPX +3 +\d+ +\d+(\.\d+)?% +WarmUp has to give \d+", _terminal.Output);
        Assert.Equal("warmup: 1 of 10 backtests checked, 1 finding\n", _terminal.Error);
    }

    [Fact]
    public async Task AToleranceMayBeChosen()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync("warmup", Write(Cross, HalfOfIt), "--tolerance", "90%"));
        Assert.Equal(ExitCodes.Failures, await RunAsync("warmup", Write(Cross, HalfOfIt)));
        Assert.Equal(ExitCodes.Usage, await RunAsync("warmup", Write(Cross), "--tolerance", "much"));
        Assert.Equal("backtest: --tolerance is 'much': it has to be a share from 0% to below 100%, such as 0.1%\n", _terminal.Error);
    }

    [Fact]
    public async Task StateThatIsSharedIsFoundByItsResultsAndByName()
    {
        var study = Write("_calls++; signals.Entries[_calls] = true;", members: "private static int _calls;");

        Assert.Equal(ExitCodes.Failures, await RunAsync("determinism", study, "--sample", "2"));

        Assert.Matches("DIFFERS +mine +period=\\d+ +SPX +run again, in another order, on fresh instances, on two threads\n", _terminal.Output);
        Assert.Equal(
            "backtest: Mine._calls is static and not readonly, and all workers share it: make it const, a local variable, or a field of the "
                + "instance that Begin sets\ndeterminism: 2 of 10 backtests checked, 3 findings\n",
            _terminal.Error);
    }

    [Fact]
    public async Task StaticStateWithoutAnEffectIsAFindingToo()
    {
        Assert.Equal(ExitCodes.Failures, await RunAsync("determinism", Write(Cross, members: "private static int _unused;")));

        Assert.DoesNotContain("DIFFERS", _terminal.Output, StringComparison.Ordinal);
        Assert.EndsWith("10 of 10 backtests checked, 1 finding\n", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStrategyThatFailsIsToldAsAFinding()
    {
        Assert.Equal(ExitCodes.Failures, await RunAsync("lookahead", Write("throw new ArgumentException(\"broken\");"), "--sample", "1"));

        Assert.Matches(@"FAILS +mine +period=\d+ +SPX +System\.ArgumentException: broken", _terminal.Output);
    }

    [Fact]
    public async Task JsonHasTheSame()
    {
        Assert.Equal(ExitCodes.Failures, await RunAsync("warmup", Write(Cross, warmUp: "3"), "--sample", "1", "--format", "json"));

        var report = JsonDocument.Parse(_terminal.Output).RootElement;
        var checkedOne = report.GetProperty("backtests")[0];
        Assert.Equal(("warmup", false), (report.GetProperty("check").GetString(), report.GetProperty("sound").GetBoolean()));
        Assert.Equal(("mine", "TOO SHORT"), (checkedOne.GetProperty("strategy").GetString(), checkedOne.GetProperty("verdict").GetString()));
        Assert.Equal(3, checkedOne.GetProperty("declared").GetInt32());
        var period = checkedOne.GetProperty("parameters").GetProperty("period").GetInt32();
        Assert.InRange(checkedOne.GetProperty("needed").GetInt32(), period / 2, period - 1);
    }

    [Fact]
    public async Task AWrongStudyIsUsage()
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync("lookahead", _terminal["none.yaml"]));
        Assert.Equal(ExitCodes.Usage, await RunAsync("lookahead", Write(Cross), "--sample", "0"));
    }

    private Task<int> RunAsync(string check, string study, params string[] options) =>
        _terminal.RunAsync(["check", check, study, "--store", _terminal.Store, .. options]);

    private string Write(string body, string warmUp = "parameters.Whole(\"period\")", string members = "")
    {
        _terminal.Write("Mine.cs", $$"""
            public sealed class Mine : ISignalStrategy
            {
                {{members}}
                public StrategyDeclaration Declaration { get; } =
                    new("mine", 1, "Mine.", "none", [ParameterDeclaration.Whole("period", "bars", 50, 1, 1000)]);
                public int WarmUp(ParameterSet parameters) => {{warmUp}};
                public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
                {
                    {{body}}
                }
            }
            """);
        return _terminal.Write("study.yaml", $$"""
            study: mine
            data: [{ symbol: SPX, file: {{Path.Combine(Built.Repository, "data", "sp500-2000.csv")}} }]
            strategies: [{ file: Mine.cs, parameters: { period: { from: 20, to: 110, step: 10 } } }]
            """);
    }
}
