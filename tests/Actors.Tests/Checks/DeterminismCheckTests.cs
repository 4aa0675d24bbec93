using Backtest.Actors.Checks;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Tests.Checks;

public sealed class DeterminismCheckTests
{
    [ThreadStatic]
    private static int _ofThread;

    private int _calls;

    [Fact]
    public void APureStrategyGivesTheSameResultEveryWay() => Assert.All(Run(() => new Decider(_ => 3)), Assert.Empty);

    [Fact]
    public void AFailureThatRepeatsItselfIsNoDifference() =>
        Assert.All(Run(() => new Decider(_ => throw new InvalidOperationException("always"))), Assert.Empty);

    [Fact]
    public void ACounterThatAllShareIsFoundEveryWay()
    {
        var different = Run(() => new Decider(_ => Interlocked.Increment(ref _calls)));

        Assert.Equal([RunWay.Again, RunWay.InAnotherOrder, RunWay.OnFreshInstances, RunWay.OnTwoThreads], different[0]);
    }

    [Fact]
    public void StateThatAnInstanceKeepsFromBacktestToBacktestIsFound()
    {
        var different = Run(() =>
        {
            var before = 0;
            return new Decider(set =>
            {
                var (now, last) = (before, set);
                before = last;
                return now + 1;
            });
        });

        Assert.Equal([RunWay.Again, RunWay.InAnotherOrder, RunWay.OnTwoThreads], different[0]);
        Assert.Equal([RunWay.InAnotherOrder, RunWay.OnFreshInstances, RunWay.OnTwoThreads], different[1]);
    }

    [Fact]
    public void StateOfTheThreadIsFoundOnTwoThreads()
    {
        var main = Environment.CurrentManagedThreadId;
        var different = Run(() => new Decider(_ =>
        {
            // Always 1 on the thread of the first run, which hides it from everything but other threads.
            _ofThread = Environment.CurrentManagedThreadId == main ? 1 : _ofThread + 2;
            return _ofThread;
        }));

        Assert.All(different, ways => Assert.Equal([RunWay.OnTwoThreads], ways));
    }

    private static IReadOnlyList<IReadOnlyList<RunWay>> Run(Func<IStrategy> create)
    {
        var bars = SyntheticBars.Create("SYN", Timeframe.Day, 300, 5);
        var definition = new StudyDefinition(
            "checked",
            [new DataSource("SYN", "", null)],
            [new StrategyEntry("decider", null, [new ParameterAxis("set", 1, 6, 1)], null)],
            [Window.All]);
        var plan = new Plan(new Study(definition, [bars], [new StrategyDefinition(create)]));
        return DeterminismCheck.Run(plan, [0, 1, 2, 3, 4, 5]);
    }

    /// <summary>Enters on the bar that a function of its parameter gives.</summary>
    private sealed class Decider(Func<int, int> bar) : ISignalStrategy
    {
        public StrategyDeclaration Declaration { get; } = new("decider", 1, "Once.", "none", [ParameterDeclaration.Whole("set", "set", 1, 1, 100)]);

        public int WarmUp(ParameterSet parameters) => 0;

        public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) =>
            signals.Entries[bar(parameters.Whole("set"))] = true;
    }
}
