using Backtest.Engine.Numerics;
using Backtest.Engine.Search;
using CsCheck;

namespace Backtest.Engine.Tests.Search;

public sealed class AskTellTests
{
    [Fact]
    public void ItAsksWhatTheSearchAsksInWhateverOrderItIsTold() =>
        Gen.Select(SearchExample.AnySearch, SearchExample.AnySpace, Gen.ULong).Sample((search, space, seed) =>
        {
            var expected = SearchExample.Run(search, space, Objectives, 40);
            var conversation = new AskTell(space, search);

            while (conversation.Told.Count < 40 && conversation.Ask(Math.Min(search.Generation, 40 - conversation.Told.Count)) is { Count: > 0 } sets)
            {
                foreach (var set in sets.OrderBy(set => SeededRandom.Mix(seed + (ulong)set)))
                    conversation.Tell(set, Objectives(SearchExample.Split(space, set)));
            }

            Assert.Equal(
                expected.Select(trial => (trial.Set, trial.Objectives[0])),
                conversation.Told.Select(trial => (trial.Set, trial.Objectives[0])));
        }, iter: 100);

    [Fact]
    public void WhatIsPendingIsNotAskedForAgain()
    {
        var conversation = new AskTell(SearchExample.Space([6, 6]), new TreeParzenSearch(1, 4));

        var first = conversation.Ask();
        conversation.Tell(first[1], [1, 2], feasible: false);
        var second = conversation.Ask();

        Assert.Equal(8, first.Concat(second).Distinct().Count());
        Assert.Equal([first[0], first[2], first[3], .. second], conversation.Pending);
        Assert.Equal((first[1], false), (conversation.Told.Single().Set, conversation.Told.Single().Feasible));
    }

    [Fact]
    public void AnotherOptimiserCanDrive()
    {
        var conversation = new AskTell(SearchExample.Space([5]), new Countdown());

        Assert.Equal([4, 3], conversation.Ask());
        Assert.Equal([2, 1], conversation.Ask());
        Assert.Equal([0], conversation.Ask());
        Assert.Empty(conversation.Ask());
    }

    [Fact]
    public void TellsOfWhatWasNotAskedForAreRefused()
    {
        var conversation = new AskTell(SearchExample.Space([50]), new RandomSetSearch(1, 2));
        var sets = conversation.Ask();
        var other = Enumerable.Range(0, 50).First(set => !sets.Contains(set));
        conversation.Tell(sets[0], [1]);

        Assert.StartsWith($"set {other} was not asked for", Refusal(() => conversation.Tell(other, [1])));
        Assert.StartsWith($"set {sets[0]} was told before", Refusal(() => conversation.Tell(sets[0], [1])));
        Assert.StartsWith("give 1 objectives as before, not 2", Refusal(() => conversation.Tell(sets[1], [1, 2])));
        Assert.StartsWith("give at least one objective", Refusal(() => conversation.Tell(sets[1], [])));
        conversation.Tell(sets[1], [2]);

        static string Refusal(Action tell) => Assert.Throws<ArgumentException>(tell).Message;
    }

    private static double[] Objectives(long[] at) => [-at.Sum(position => (position - 3.0) * (position - 3.0))];

    private sealed class Countdown : ISearch
    {
        public int Generation => 2;

        public IReadOnlyList<long> Ask(SearchSpace space, IReadOnlyList<Trial> told, int most) =>
            [.. Enumerable.Range(0, most).Select(i => space.Grid.Count - 1 - told.Count - i).Where(set => set >= 0)];
    }
}
