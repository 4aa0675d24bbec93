using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Goldens;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests;

/// <summary>What holds for every built-in strategy.</summary>
public sealed class BuiltInStrategiesTests
{
    public static TheoryData<string> Names => [.. AllStrategies.Signals.Select(strategy => strategy.Declaration.Name)];

    [Fact]
    public void NamesAreThoseOfTheStudyFile() => Assert.Equal(
        ["buy-and-hold", "sma-cross", "ema-cross", "macd", "rsi-reversion", "bollinger-breakout", "donchian-breakout", "momentum",
            "pair-spread"],
        BuiltInStrategies.All.Select(strategy => strategy.Declaration.Name));

    [Fact]
    public void AnUnknownNameIsNotFound() => Assert.Null(BuiltInStrategies.Find("sma cross"));

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryDefaultIsAllowedAndEveryParameterExplained(string name)
    {
        var declaration = BuiltInStrategies.Find(name)!.Declaration;

        Assert.All(declaration.Parameters, parameter => Assert.Null(parameter.Defect(parameter.Default)));
        Assert.All(declaration.Parameters, parameter => Assert.NotEmpty(parameter.Summary));
        Assert.NotEmpty(declaration.Source);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SignalsOfAPastDoNotChangeWithTheFuture(string name)
    {
        var strategy = (ISignalStrategy)BuiltInStrategies.Find(name)!.Create();
        var parameters = new ParameterSet(strategy.Declaration.Parameters);
        var whole = Signals(strategy, parameters, new BarSlice(Sp500.Bars, 0, 0, Sp500.Bars.Count));
        foreach (var end in new[] { 1, 63, 64, 65, 200, 999, 3000 })
        {
            var past = Signals(strategy, parameters, new BarSlice(Sp500.Bars, 0, 0, end));

            for (var bar = 0; bar < end; bar++)
            {
                Assert.Equal((bar, whole.Entries[bar]), (bar, past.Entries[bar]));
                Assert.Equal((bar, whole.Exits[bar]), (bar, past.Exits[bar]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryStrategyButTheBenchmarkEntersAndLeavesMoreThanOnce(string name)
    {
        if (name == "buy-and-hold") return;
        var strategy = (ISignalStrategy)BuiltInStrategies.Find(name)!.Create();

        var signals = Signals(strategy, new ParameterSet(strategy.Declaration.Parameters), new BarSlice(Sp500.Bars));

        var entered = Enumerable.Range(0, Sp500.Bars.Count).Count(bar => signals.Entries[bar]);
        var left = Enumerable.Range(0, Sp500.Bars.Count).Count(bar => signals.Exits[bar]);
        Assert.True(entered > 5 && left > 5, $"{entered} entries, {left} exits");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AStrategyThatSeesTheDeclaredWarmUpDecidesAsOneThatSeesEverything(string name)
    {
        const int First = 2000;
        var strategy = (ISignalStrategy)BuiltInStrategies.Find(name)!.Create();
        var parameters = new ParameterSet(strategy.Declaration.Parameters);
        var warmUp = strategy.WarmUp(parameters);

        var whole = Signals(strategy, parameters, new BarSlice(Sp500.Bars, 0, First, Sp500.Bars.Count));
        var part = Signals(strategy, parameters, new BarSlice(Sp500.Bars, First - warmUp, First, Sp500.Bars.Count));

        var different = Enumerable.Range(First, Sp500.Bars.Count - First).Count(bar =>
            whole.Entries[bar] != part.Entries[bar - First + warmUp] || whole.Exits[bar] != part.Exits[bar - First + warmUp]);
        Assert.True(different <= 1, $"{different} bars differ");
    }

    private static SignalColumns Signals(ISignalStrategy strategy, ParameterSet parameters, BarSlice slice)
    {
        var signals = new SignalColumns();
        signals.Reset(slice.Count);
        strategy.WriteSignals(new MarketView(slice, new ColumnCache()), parameters, signals);
        return signals;
    }
}
