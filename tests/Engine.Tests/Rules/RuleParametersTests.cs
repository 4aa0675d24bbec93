using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Rules;

public sealed class RuleParametersTests
{
    private static readonly RandomMarket Market = new(300, 0, 5);

    [Fact]
    public void TheGridRunsOverRulesAfterTheStrategysParameters()
    {
        var plan = Plan(null, Axis("rule.take-profit", 0, 0.1), Axis("every", 3, 5), Axis("rule.stop-loss", 0.01, 0.02));
        var reader = plan.CreateReader();

        var read = Enumerable.Range(0, (int)plan.Count).Select(index => reader.Read(index)).Select(backtest =>
            (backtest.Parameters.Whole("every"), backtest.Rules.StopLoss, backtest.Rules.TakeProfit)).ToArray();

        Assert.Equal(
            [(3, 0.01, 0), (3, 0.01, 0.1), (3, 0.02, 0), (3, 0.02, 0.1), (5, 0.01, 0), (5, 0.01, 0.1), (5, 0.02, 0), (5, 0.02, 0.1)],
            read);
        Assert.Equal(["every", "stop-loss", "take-profit"], plan.Study.Strategies[0].Declaration.Parameters.Select(parameter => parameter.ShortName));
    }

    [Fact]
    public void AConditionMayCompareRules() =>
        Assert.Equal(1, Plan("rule.stop-loss < rule.take-profit", Axis("rule.take-profit", 0, 0.1), Axis("rule.stop-loss", 0.01, 0.2)).Count);

    [Fact]
    public void EveryRuleIsInTheKeyAndADefaultThatIsWrittenOutIsNot()
    {
        var without = Key();
        var keys = new HashSet<Hash128> { without };
        foreach (var rule in RuleParameters.All)
        {
            var changed = rule.Choices is { } choices ? new ParameterValue(choices[1]) : new ParameterValue(rule.WholeNumber ? 7 : 0.5);
            Assert.Equal(without, Key(new ParameterAxis(rule.Name, [rule.Default])));
            Assert.True(keys.Add(Key(new ParameterAxis(rule.Name, [changed]))), rule.Name);
        }
    }

    [Fact]
    public void ARuleChangesWhatABacktestTrades()
    {
        var runner = new BacktestRunner(Plan(null, Axis("rule.max-holding", 0, 1)), new ColumnCache());

        var free = runner.Replay(0).Metrics;
        var held = runner.Replay(1).Metrics;

        Assert.Equal(free.Trades, held.Trades);
        Assert.True(held.Exposure < free.Exposure);
    }

    [Fact]
    public void TheVolatilityHasItsWarmUp()
    {
        var axes = new[] { new ParameterAxis("rule.sizing", [new ParameterValue("volatility")]), Axis("rule.volatility-bars", 20) };
        var plan = Plan(null, new Window("late", TimeSpan.TicksPerDay * 100, null), axes);

        Assert.Equal(32, plan.CreateReader().Read(0).Slice.First);
    }

    private static Hash128 Key(params ParameterAxis[] axes) => Plan(null, axes).CreateReader().Read(0).Key;

    private static ParameterAxis Axis(string name, params double[] values) => new(name, [.. values.Select(value => new ParameterValue(value))]);

    private static Plan Plan(string? where, params ParameterAxis[] axes) => Plan(where, Window.All, axes);

    private static Plan Plan(string? where, Window window, params ParameterAxis[] axes)
    {
        var entry = new StrategyEntry("turn", null, axes, where is null ? null : new Expression(where));
        var definition = new StudyDefinition("rules", [new DataSource("RND", "none", null)], [entry], [window]);
        return new Plan(new Study(definition, [Market.Slice().Series], [new StrategyDefinition(() => new TurnStrategy())]));
    }
}
