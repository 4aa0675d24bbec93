using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Studies;

/// <summary>What a backtest's key stands for: everything that can change its result, and nothing else.</summary>
public sealed class KeyTests
{
    private static readonly BarSeries Bars = ExampleBars.Random(100, 3);

    private static readonly Study Base = Lag(ExampleStudy.Range("lag", 5, 5), Bars).With(definition => definition with
    {
        Windows = [ExampleStudy.Bars(50, 80)],
        Costs = new TradingCosts(0.001, 1, 0.0005),
    });

    private static readonly Dictionary<string, Func<Study, Study>> Changing = new()
    {
        ["strategy name"] = study => Strategy(study, new StrategyDefinition(() => new LagStrategy("other"))),
        ["strategy version"] = study => Strategy(study, new StrategyDefinition(() => new LagStrategy(version: 2))),
        ["strategy code"] = study => Strategy(study, new StrategyDefinition(() => new LagStrategy(), new Hash128(5))),
        ["other strategy code"] = study => Strategy(study, new StrategyDefinition(() => new LagStrategy(), new Hash128(6))),
        ["parameter name"] = study => Axes(Strategy(study, new(() => new LagStrategy(parameter: "lead"))), ExampleStudy.Range("lead", 5, 5)),
        ["parameter"] = study => Axes(study, ExampleStudy.Range("lag", 6, 6)),
        ["other parameter"] = study => Axes(study, ExampleStudy.Range("lag", 5, 5), ExampleStudy.Range("margin", 1, 1)),
        ["text parameter"] = study => Axes(study, ExampleStudy.Range("lag", 5, 5), ExampleStudy.Values("mode", "throw")),
        ["a price in the window"] = study => study with { Series = [Changed(60)] },
        ["a price in the warm-up"] = study => study with { Series = [Changed(45)] },
        ["window begin"] = study => study.With(definition => definition with { Windows = [ExampleStudy.Bars(51, 80)] }),
        ["window end"] = study => study.With(definition => definition with { Windows = [ExampleStudy.Bars(50, 79)] }),
        ["warm-up"] = study => study.With(definition => definition with { WarmUpBars = 9 }),
        ["no warm-up"] = study => study.With(definition => definition with { WarmUpBars = 0 }),
        ["window begin in the same bars"] =
            study => study.With(definition => definition with { Windows = [ExampleStudy.Bars(49, 80)], WarmUpBars = 7 }),
        ["capital"] = study => study.With(definition => definition with { Capital = 10_001 }),
        ["commission rate"] = study => study.With(definition => definition with { Costs = definition.Costs with { CommissionRate = 0.002 } }),
        ["fixed commission"] = study => study.With(definition => definition with { Costs = definition.Costs with { CommissionPerFill = 2 } }),
        ["slippage"] = study => study.With(definition => definition with { Costs = definition.Costs with { SlippageRate = 0.001 } }),
        ["exchanged costs"] = study => study.With(definition => definition with { Costs = new TradingCosts(0.0005, 1, 0.001) }),
        ["commission a unit"] = study => Terms(study, new CostTerms { CommissionPerUnit = 1 }),
        ["maker's commission"] = study => Terms(study, new CostTerms { MakerRate = 0.5 }),
        ["a tier"] = study => Terms(study, new CostTerms { Tiers = [new(1000, 0.5)] }),
        ["a tier from elsewhere"] = study => Terms(study, new CostTerms { Tiers = [new(2000, 0.5)] }),
        ["a tier's maker"] = study => Terms(study, new CostTerms { Tiers = [new(1000, 0.5, 0.25)] }),
        ["minimum"] = study => Terms(study, new CostTerms { Minimum = 1 }),
        ["maximum"] = study => Terms(study, new CostTerms { Maximum = 1 }),
        ["maximum as a share"] = study => Terms(study, new CostTerms { MaximumRate = 1 }),
        ["spread"] = study => Terms(study, new CostTerms { Spread = 1 }),
        ["spread as a share"] = study => Terms(study, new CostTerms { SpreadRate = 1 }),
        ["fixed slippage"] = study => Terms(study, new CostTerms { Slippage = 1 }),
        ["impact"] = study => Terms(study, new CostTerms { VolumeImpact = 0.1 }),
        ["impact with a limit"] = study => Terms(study, new CostTerms { VolumeImpact = 0.1, VolumeLimit = 0.5 }),
        ["fill"] = study => study.With(definition => definition with { Fill = FillTime.Close }),
        ["periods per year"] = study => study.With(definition => definition with { PeriodsPerYear = 365 }),
        ["timeframe, whose periods a year are others"] = study => study with { Series = [Copy(Bars, Timeframe.Hour)] },
        ["leverage"] = study => study.With(definition => definition with { Terms = new AccountTerms { Leverage = 2 } }),
        ["maintenance margin"] = study => study.With(definition => definition with { Terms = new AccountTerms { MaintenanceMargin = 0 } }),
        ["borrow"] = study => study.With(definition => definition with { Terms = new AccountTerms { BorrowRate = 0.03 } }),
        ["interest"] = study => study.With(definition => definition with { Terms = new AccountTerms { InterestRate = 0.03 } }),
        ["funding"] = study => study.With(
            definition => definition with { Terms = new AccountTerms { Funding = new FundingRates(0.03, TimeSpan.FromHours(8)) } }),
        ["other funding"] = study => study.With(
            definition => definition with { Terms = new AccountTerms { Funding = new FundingRates(0.03, TimeSpan.FromHours(4)) } }),
        ["a portfolio of the same symbol"] = study => study with { Series = [PortfolioBars.Join("x", [Bars])] },
        ["risk-free rate"] = study => study.With(definition => definition with { RiskFreeRate = 0.02 }),
    };

    private static readonly Dictionary<string, Func<Study, Study>> Keeping = new()
    {
        ["terms that are none"] = study => study.With(definition => definition with { Terms = new AccountTerms { Leverage = 1 } }),
        ["study name"] = study => study.With(definition => definition with { Name = "renamed" }),
        ["file and symbol"] = study => study.With(definition => definition with { DataSources = [new DataSource("Y", "elsewhere", null)] }),
        ["symbol of the series"] = study => study with { Series = [Copy(Bars, Timeframe.Day)] },
        ["window name"] = study => study.With(definition => definition with { Windows = [definition.Windows[0] with { Name = "2020" }] }),
        ["bars after the window"] = study => study with { Series = [Changed(80)] },
        ["bars before the warm-up"] = study => study with { Series = [Changed(41)] },
        ["a default that is written out"] = study => Axes(study, ExampleStudy.Range("lag", 5, 5), ExampleStudy.Values("mode", "none")),
        ["the warm-up that is automatic, as a number"] = study => study.With(definition => definition with { WarmUpBars = 8 }),
        ["the periods that are automatic, as a number"] = study => study.With(definition => definition with { PeriodsPerYear = 252 }),
        ["how it is run"] = study => study.With(definition => definition with { Run = new RunSettings(4, 10, 10, false, TimeSpan.FromSeconds(1)) }),
        ["a range instead of a list"] = study => Axes(study, new ParameterAxis("lag", [new ParameterValue(5)])),
        ["a limit"] = study => study.With(definition => definition with { Limit = 1 }),
        ["a search"] = study => study.With(definition => definition with { Search = new RandomSearch(1, 7) }),
        ["a wider range"] = study => Axes(study, ExampleStudy.Range("lag", 1, 9)),
        ["a condition"] = study => Axes(study, ExampleStudy.Range("lag", 1, 9)).With(definition => definition with
        {
            Strategies = [definition.Strategies[0] with { Where = new Expression("lag > 3") }],
        }),
        ["another window"] = study => study.With(definition => definition with { Windows = [Window.All, .. definition.Windows] }),
        ["another data set"] = study => (study with { Series = [ExampleBars.Random(90, 4), .. study.Series] }).With(definition => definition with
        {
            DataSources = [new DataSource("Y", "y.csv", null), .. definition.DataSources],
        }),
        ["another strategy"] = study => (study with { Strategies = [new(() => new LagStrategy("other")), .. study.Strategies] }).With(
            definition => definition with { Strategies = [new StrategyEntry("other", null, [], null), .. definition.Strategies] }),
    };

    public static TheoryData<string> Changes => [.. Changing.Keys];

    public static TheoryData<string> NoChanges => [.. Keeping.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void WhatCanChangeTheResultIsInTheKey(string what) =>
        Assert.NotEqual(Assert.Single(Keys(Base)), Assert.Single(Keys(Changing[what](Base))));

    [Theory]
    [MemberData(nameof(NoChanges))]
    public void WhatCannotIsNot(string what) => Assert.Contains(Assert.Single(Keys(Base)), Keys(Keeping[what](Base)));

    [Fact]
    public void AllChangesGiveKeysOfTheirOwn() =>
        Assert.Equal(Changing.Count, Changing.Values.Select(change => Keys(change(Base))[0]).Distinct().Count());

    [Fact]
    public void EveryBacktestOfAPlanHasAKeyOfItsOwn() => Gen
        .Select(Gen.Int[1, 12], Gen.Int[0, 5], Gen.Int[1, 3], Gen.Int[1, 4], Gen.Int[1, 3])
        .Sample(
        (lags, margins, strategies, windows, series) =>
        {
            ParameterAxis[] axes = [ExampleStudy.Range("lag", 1, lags), new("margin", 0, margins * 0.1m, 0.1m)];
            var study = ExampleStudy.Of(
                [.. Enumerable.Range(0, strategies).Select(at => new StrategyEntry($"lag-{at}", null, axes, null))],
                [.. Enumerable.Range(0, series).Select(at => ExampleBars.Random(100, (ulong)at, at + 1))],
                [.. Enumerable.Range(0, windows).Select(at => ExampleStudy.Bars(at * 20, at * 20 + 30))]);

            var keys = Keys(study);

            Assert.Equal(keys.Length, keys.Distinct().Count());
        },
        iter: 30);

    [Fact]
    public void EveryReaderFindsTheSameKeysInEveryOrder()
    {
        var plan = new Plan(Axes(Base, ExampleStudy.Range("lag", 1, 30)));
        var reader = plan.CreateReader();

        var backwards = Enumerable.Range(0, 30).Select(index => reader.Read(29 - index).Key).Reverse();

        Assert.Equal(Keys(plan.Study), backwards);
    }

    private static Study Lag(ParameterAxis axis, BarSeries bars) =>
        ExampleStudy.Of([new StrategyEntry("lag", null, [axis], null)], [bars], Window.All);

    private static Study Strategy(Study study, StrategyDefinition strategy) => study with { Strategies = [strategy] };

    private static Study Terms(Study study, CostTerms terms) =>
        study.With(definition => definition with { Costs = definition.Costs with { Terms = terms } });

    private static Study Axes(Study study, params ParameterAxis[] axes) => study.With(definition => definition with
    {
        Strategies = [definition.Strategies[0] with { Axes = axes }],
    });

    private static BarSeries Copy(BarSeries bars, Timeframe timeframe) => new("Y", timeframe, new BarColumns(
        Times(timeframe), bars.Open.ToArray(), bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray(), bars.Volume.ToArray()));

    /// <summary>Close times of bars whose open times are the same for every timeframe, so that a window holds the same ones.</summary>
    private static long[] Times(Timeframe timeframe) =>
        [.. Enumerable.Range(0, Bars.Count).Select(bar => bar * TimeSpan.TicksPerDay + timeframe.Length.Ticks)];

    private static BarSeries Changed(int bar)
    {
        var high = Bars.High.ToArray();
        high[bar] *= 2;
        return ExampleBars.Of(Bars.Open.ToArray(), high, Bars.Low.ToArray(), Bars.Close.ToArray(), Bars.Volume.ToArray());
    }

    private static Hash128[] Keys(Study study)
    {
        var plan = new Plan(study);
        var reader = plan.CreateReader();
        return [.. Enumerable.Range(0, (int)plan.Count).Select(index => reader.Read(index).Key)];
    }
}
