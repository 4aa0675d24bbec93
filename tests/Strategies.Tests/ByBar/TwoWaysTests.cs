using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;
using Backtest.Strategies.BuiltIn;
using CsCheck;

namespace Backtest.Strategies.Tests.ByBar;

/// <summary>A strategy written by columns and the same one written bar by bar agree to the last bit, through plan and runner.</summary>
public sealed class TwoWaysTests
{
    private static readonly Gen<TradingCosts> AnyCosts = Gen.OneOf(
        new TradingCosts(),
        new TradingCosts(0.001),
        new TradingCosts(0.002, 3, 0.0005),
        new TradingCosts(0.001) { Terms = new CostTerms { Spread = 0.02, Slippage = 0.01, VolumeImpact = 0.1, Minimum = 2, MaximumRate = 0.01 } },
        new TradingCosts(0.002) { Terms = new CostTerms { CommissionPerUnit = 0.01, MakerRate = 0.0005, Tiers = [new(50_000, 0.001, 0.0002)] } });

    private static readonly Gen<(string Rule, string Value)[]> AnyRules = Gen.OneOf<(string, string)[]>(
        [],
        [("stop-loss", "0.02")],
        [("take-profit", "0.03"), ("stops-from", "next-bar")],
        [("trailing-stop", "0.04"), ("cooldown", "5")],
        [("stop-loss", "0.03"), ("take-profit", "0.05"), ("cooldown-after-loss", "20"), ("max-holding", "40")],
        [("sizing", "risk"), ("position-size", "0.01"), ("stop-loss", "0.02"), ("trailing-stop", "0.03")],
        [("sizing", "volatility"), ("position-size", "0.2"), ("max-holding", "15")],
        [("sizing", "kelly"), ("position-size", "0.5"), ("kelly-trades", "5"), ("take-profit", "0.02"), ("stop-loss", "0.02")],
        [("volume-limit", "0.01"), ("stop-loss", "0.02")]);

    [Fact]
    public void TheSmaCrossIsOneStrategyHoweverItIsWritten() => Gen.Select(Gen.Int[1, 12], Gen.Int[2, 40]).SelectMany(
        (fast, slow) => Any.Select(study => (study, fast, slow))).Sample(
        sample => Same(sample.study, new SmaCross(), new SmaCrossByBar(), [("fast", sample.fast), ("slow", sample.slow)]), iter: 400);

    [Fact]
    public void TheRsiReversionIsOneStrategyHoweverItIsWritten() => Gen.Select(Gen.Int[1, 20], Gen.Double[10, 50]).SelectMany(
        (period, lower) => Any.Select(study => (study, period, lower))).Sample(
        sample => Same(
            sample.study, new RsiReversion(), new RsiReversionByBar(),
            [("period", sample.period), ("lower", sample.lower), ("upper", 100 - sample.lower)]),
        iter: 400);

    private static Gen<(ulong Seed, TradingCosts Costs, FillTime Fill, Direction Direction, (string Rule, string Value)[] Rules)> Any { get; } =
        Gen.Select(Gen.ULong, AnyCosts, Gen.Enum<FillTime>(), Gen.Enum<Direction>(), AnyRules);

    private static void Same(
        (ulong Seed, TradingCosts Costs, FillTime Fill, Direction Direction, (string Rule, string Value)[] Rules) study,
        ISignalStrategy byColumns,
        IBarStrategy byBar,
        (string Name, double Value)[] parameters)
    {
        var bars = SyntheticBars.Create("X", Timeframe.Day, 600, study.Seed);
        ParameterAxis[] axes =
        [
            .. parameters.Select(parameter => new ParameterAxis(parameter.Name, [new ParameterValue(parameter.Value)])),
            .. study.Rules.Select(rule => new ParameterAxis("rule." + rule.Rule, [Value(rule.Value)])),
        ];
        var definition = new StudyDefinition(
            "two-ways",
            [new DataSource("X", "x", null)],
            [new StrategyEntry("a", null, axes, null), new StrategyEntry("b", null, axes, null)],
            [new Window("late", bars.CloseTimes[99], null)])
        {
            Costs = study.Costs,
            Fill = study.Fill,
            Direction = study.Direction,
        };
        var runner = new BacktestRunner(new Plan(new Study(definition, [bars], [new(() => byColumns), new(() => byBar)])), new ColumnCache());

        var (first, firstMetrics, firstEquity) = runner.Replay(0);
        var firstTrades = runner.Trades.ToArray();
        var (second, secondMetrics, secondEquity) = runner.Replay(1);

        Assert.Equal(firstTrades, runner.Trades);
        Assert.Equal(firstEquity, secondEquity);
        Assert.Equal(firstMetrics, secondMetrics);
        Assert.NotEqual(first.Key, second.Key);
        Assert.Equal(ResultStatus.Done, runner.Run(1).Status);
    }

    private static ParameterValue Value(string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new ParameterValue(number)
            : new ParameterValue(text);
}
