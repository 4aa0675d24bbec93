using Backtest.Engine.Search;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Studies.Sets;

public sealed class SearchStateTests
{
    [Theory]
    [InlineData(SearchMethod.Sobol)]
    [InlineData(SearchMethod.LatinHypercube)]
    [InlineData(SearchMethod.TreeParzen)]
    [InlineData(SearchMethod.Genetic)]
    public void EverySearchEndsAfterItsSetsAndNoneComesTwice(SearchMethod method)
    {
        var state = new SearchState(Study(new GuidedSearch(method, 50, 7) { Generation = 8 }));

        Run(state, set => set);

        Assert.Equal(50, state.Asked.Distinct().Count());
        Assert.True(state.IsOver);
        Assert.Equal((50, 50, true), (state.ToPlan().Count, state.ToPlan().Planned, state.ToPlan().IsComplete));
    }

    [Fact]
    public void ASmallSpaceEndsTheSearchEarly()
    {
        var state = new SearchState(Study(new GuidedSearch(SearchMethod.TreeParzen, 5000, 7)));

        Run(state, set => set);

        Assert.Equal(300, state.Asked.Count);
        Assert.Equal(300, state.ToPlan().Planned);
    }

    [Fact]
    public void WhatIsAskedForIsAFunctionOfWhatWasTold() => Gen.Int[0, 1000].Sample(
        seed =>
        {
            var search = new GuidedSearch(SearchMethod.TreeParzen, 60, (ulong)seed) { Generation = 10 };
            var (first, second) = (new SearchState(Study(search)), new SearchState(Study(search)));
            Run(first, set => set % 37);
            Run(second, set => set % 37);

            Assert.Equal(first.Asked, second.Asked);
        },
        iter: 20);

    [Fact]
    public void TheBestIsFoundWithFewerSetsThanByChance()
    {
        var state = new SearchState(Study(new GuidedSearch(SearchMethod.TreeParzen, 80, 3) { Generation = 10 }));

        Run(state, set => -Math.Abs(set - 250));

        Assert.Contains(state.Asked, asked => Math.Abs(asked.Set - 250) <= 2);
    }

    [Fact]
    public void StrategiesShareTheSets()
    {
        var study = ExampleStudy.Of(
            [
                new StrategyEntry("a", null, [ExampleStudy.Range("lag", 1, 300)], null),
                new StrategyEntry("b", null, [ExampleStudy.Range("lag", 1, 300)], null),
            ],
            [ExampleBars.Random(50, 1)],
            Window.All).With(definition => definition with { Search = new GuidedSearch(SearchMethod.Genetic, 31, 1) { Generation = 10 } });
        var state = new SearchState(study);

        Run(state, set => set);

        Assert.Equal([16, 15], state.Asked.GroupBy(asked => asked.Strategy).Select(group => group.Count()));
    }

    [Fact]
    public void AFailedRunOrAConstraintThatIsNotMetMakesASetWorse()
    {
        var search = new GuidedSearch(SearchMethod.TreeParzen, 120, 3) { Generation = 20, Constraint = new Expression("trades >= 10") };
        var state = new SearchState(Study(search));
        while (state.Advance())
        {
            foreach (var asked in state.Asked.Skip(state.Asked.Count - state.Pending).ToArray())
                state.Tell([asked.Set < 100 ? Of(asked.Set) with { Trades = 10 } : asked.Set < 200 ? Of(1000) : Metrics.Undefined]);
        }

        Assert.InRange(state.Asked.Count(asked => asked.Set < 100), 52, 100);
    }

    [Fact]
    public void ASearchOfTheCallersOwnTakesTheMethodsPlace()
    {
        var state = new SearchState(Study(new GuidedSearch(SearchMethod.Sobol, 5, 1) { Own = new FromTheTop() }));

        Run(state, set => set);

        Assert.Equal([299L, 298, 297, 296, 295], state.Asked.Select(asked => asked.Set));
    }

    [Fact]
    public void AskingBeforeAllIsToldIsRefused()
    {
        var state = new SearchState(Study(new GuidedSearch(SearchMethod.Sobol, 5, 1)));
        state.Advance();

        Assert.Throws<InvalidOperationException>(() => state.Advance());
    }

    [Fact]
    public void APlanOfASearchBeginsWithItsFirstGeneration()
    {
        var plan = new Plan(Study(new GuidedSearch(SearchMethod.TreeParzen, 50, 7) { Generation = 8 }));

        Assert.Equal((8, 50, false), (plan.Count, plan.Planned, plan.IsComplete));
    }

    private sealed class FromTheTop : ISearch
    {
        public int Generation => 2;

        public IReadOnlyList<long> Ask(SearchSpace space, IReadOnlyList<Trial> told, int most) =>
            [.. Enumerable.Range(told.Count, most).Select(at => space.Grid.Count - 1 - at)];
    }

    private static Metrics Of(double sharpe) => Metrics.Undefined with { Bars = 10, Sharpe = sharpe };

    private static void Run(SearchState state, Func<long, double> sharpe)
    {
        while (state.Advance())
        {
            foreach (var asked in state.Asked.Skip(state.Asked.Count - state.Pending).ToArray()) state.Tell([Of(sharpe(asked.Set))]);
        }
    }

    private static Study Study(GuidedSearch search) => ExampleStudy.Of(300).With(definition => definition with { Search = search });
}
