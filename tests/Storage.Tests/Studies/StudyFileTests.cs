using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Studies;
using Backtest.Storage.Problems;
using Backtest.Storage.Studies;
using Backtest.Storage.Tests.Examples;
using CsCheck;

namespace Backtest.Storage.Tests.Studies;

public sealed class StudyFileTests
{
    private const string Whole = """
        study: whole.study-1
        data:
          - symbol: SPX
            file: bars.csv
            timeframe: 1d
            format: ohlcv
            timestamps: close
        strategies:
          - name: sma-cross
            parameters:
              fast: { from: 2, to: 10, step: 2 }
              slow: [20, 50]
            where: fast < slow
        windows:
          - { from: 2010-01-01, to: 2010-12-31 }
          - { from: 2011-06-01T12:00:00Z }
        warm-up: 100
        capital: 25000
        costs: { commission: 0.1%, commission-per-fill: 1.5, slippage: 0.0005 }
        fill: close
        direction: both
        periods-per-year: 365
        risk-free-rate: 2%
        run: { workers: none, batch-size: 100, checkpoint-batch-size: 50, continue-on-error: false, isolation: none, timeout: 90s }
        """;

    [Fact]
    public void EveryKeyIsRead()
    {
        var definition = StudyFile.Parse(Whole, "studies/whole.yaml").Definition;

        Assert.Equal("whole.study-1", definition.Name);
        Assert.Equal(new DataSource("SPX", "bars.csv", Timeframe.Day, "ohlcv", "close"), Assert.Single(definition.DataSources));
        var strategy = Assert.Single(definition.Strategies);
        Assert.Equal(("sma-cross", "fast < slow"), (strategy.Name, strategy.Where!.Text));
        Assert.Equal([5L, 2L], strategy.Axes.Select(axis => axis.Count));
        Assert.Equal([2.0, 4, 6, 8, 10], Enumerable.Range(0, 5).Select(at => strategy.Axes[0][at].Number));
        Assert.Equal(new Window("2010-01-01..2010-12-31", new DateTime(2010, 1, 1).Ticks, new DateTime(2011, 1, 1).Ticks), definition.Windows[0]);
        Assert.Equal(new Window("2011-06-01T12:00:00Z..", new DateTime(2011, 6, 1, 12, 0, 0).Ticks, null), definition.Windows[1]);
        Assert.Equal((100, 25_000.0, FillTime.Close, 365.0, 0.02), (
            definition.WarmUpBars, definition.Capital, definition.Fill, definition.PeriodsPerYear, definition.RiskFreeRate));
        Assert.Equal(new TradingCosts(0.001, 1.5, 0.0005), definition.Costs);
        Assert.Equal(Direction.Both, definition.Direction);
        Assert.Equal(new RunSettings(0, 100, 50, false, TimeSpan.FromSeconds(90)), definition.Run);
    }

    [Fact]
    public void WhatIsLeftOutHasItsDefault()
    {
        var definition = StudyFile.Parse("study: x\ndata: [{ symbol: X, file: x.csv }]\nstrategies: [{ name: sma-cross }]", "x.yaml").Definition;

        Assert.Equal([Window.All], definition.Windows);
        Assert.Equal((10_000.0, FillTime.NextOpen, 0.0, new TradingCosts(), new RunSettings()), (
            definition.Capital, definition.Fill, definition.RiskFreeRate, definition.Costs, definition.Run));
        Assert.Equal(Direction.Long, definition.Direction);
        Assert.Null(definition.Limit);
        Assert.Null(definition.PeriodsPerYear);
    }

    [Fact]
    public void CostsOfEveryKindAreRead()
    {
        var costs = Costs("""
            commission:
                taker: 0.05%
                maker: 0.02%
                per-fill: 1.5
                per-share: 0.005
                minimum: 1
                maximum: 1%
                tiers: [{ from: 100000, rate: 0.04% }, { from: 1e6, rate: 0.03%, maker: 0.01% }]
              spread: 0.02
              slippage: { percent: 0.01%, fixed: 0.01, volume-impact: 10%, volume-limit: 2.5% }
            """);

        Assert.Equal((0.0005, 1.5, 0.0001), (costs.CommissionRate, costs.CommissionPerFill, costs.SlippageRate));
        var terms = costs.Terms!;
        Assert.Equal([new(100_000, 0.0004), new(1_000_000, 0.0003, 0.0001)], terms.Tiers);
        Assert.Equal(
            new CostTerms
            {
                MakerRate = 0.0002,
                CommissionPerUnit = 0.005,
                Minimum = 1,
                MaximumRate = 0.01,
                Spread = 0.02,
                Slippage = 0.01,
                VolumeImpact = 0.1,
                VolumeLimit = 0.025,
            },
            terms with { Tiers = [] });
    }

    [Theory]
    [InlineData("commission: { rate: 0.1%, per-fill: 1.5 }\n  slippage: { percent: 0.05% }", "0.001 1.5 0.0005")]
    [InlineData("commission: { taker: 0.1% }\n  commission-per-fill: 2\n  spread: 0", "0.001 2 0")]
    [InlineData("commission: { minimum: 0 }\n  slippage: { volume-impact: 0 }\n  spread: 0%", "0 0 0")]
    public void WhatCanBeSpelledShorterIsTheSame(string text, string expected)
    {
        var costs = Costs(text);

        Assert.Null(costs.Terms);
        Assert.Equal(expected, FormattableString.Invariant($"{costs.CommissionRate} {costs.CommissionPerFill} {costs.SlippageRate}"));
    }

    [Theory]
    [InlineData("spread: 0.02%", 0, 0.0002)]
    [InlineData("spread: 0.02", 0.02, 0)]
    public void ASpreadIsAShareWhereItSaysSo(string text, double units, double share) =>
        Assert.Equal((units, share), (Costs(text).Terms!.Spread, Costs(text).Terms!.SpreadRate));

    [Fact]
    public void RulesAreAxesAfterTheStrategysAndAnEntrysOwnWin()
    {
        var text = """
            study: x
            data: [{ symbol: X, file: x.csv }]
            strategies:
              - { name: a, parameters: { fast: 3 }, rules: { stop-loss: [none, 2%], sizing: cash, position-size: 500 } }
              - { name: b }
            rules: { stop-loss: { from: 1%, to: 5% }, take-profit: 10%, stops-from: next-bar }
            """;

        var strategies = StudyFile.Parse(text, "x.yaml").Definition.Strategies;

        Assert.Equal(
            ["fast", "rule.stop-loss", "rule.sizing", "rule.position-size", "rule.take-profit", "rule.stops-from"],
            strategies[0].Axes.Select(axis => axis.Name));
        Assert.Equal([0, 0.02], strategies[0].Axes[1].Values.Select(value => value.Number));
        Assert.Equal(["rule.stop-loss", "rule.take-profit", "rule.stops-from"], strategies[1].Axes.Select(axis => axis.Name));
        var stops = strategies[1].Axes[0];
        Assert.Equal([0.01, 0.02, 0.03, 0.04, 0.05], Enumerable.Range(0, (int)stops.Count).Select(at => stops[at].Number));
    }

    [Fact]
    public void PlainNumbersAreNumbersAndQuotedOnesTexts()
    {
        var text = "study: x\ndata: [{ symbol: X, file: x.csv }]\nstrategies: [{ name: s, parameters: { a: [1, '1', 5%, one] } }]";

        var axis = StudyFile.Parse(text, "x.yaml").Definition.Strategies[0].Axes[0];

        Assert.Equal([false, true, false, true], axis.Values.Select(value => value.IsText));
        Assert.Equal(0.05, axis.Values[2].Number);
    }

    private static TradingCosts Costs(string text)
    {
        var document = StudyFile.Parse($"study: x\ndata: [{{ symbol: X, file: x.csv }}]\nstrategies: [{{ name: s }}]\ncosts:\n  {text}", "x.yaml");
        Assert.Empty(document.Problems.All());
        return document.Definition.Costs;
    }

    [Fact]
    public void WhateverIsChangedInAStudyTheAnswerIsAStudyOrLocatedProblems() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 12], Gen.String[Gen.Char["-:[]{}#'\"%&*!|>\n\t ,a0"], 0, 6]).Sample(
            (at, length, inserted) =>
            {
                var text = Whole[..at] + inserted + Whole[Math.Min(Whole.Length, at + length)..];
                try
                {
                    StudyLoader.Load(StudyFile.Parse(text, "studies/whole.yaml"), [CrossStrategy.Definition]);
                }
                catch (InputException refused)
                {
                    Assert.NotEmpty(refused.Problems);
                }
            },
            iter: 3000);
}
