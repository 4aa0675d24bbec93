using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Checks;

/// <summary>Chooses the backtests of a plan that are checked: spread over it, and one of each strategy at least.</summary>
public static class CheckSample
{
    private const int Attempts = 1000;

    /// <summary>The indices, ascending; all where there are not more. Each of as many equal parts of the plan gives one of its own.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="count">How many; 1 or more. More where there are more strategies.</param>
    /// <param name="seed">Chooses inside each part.</param>
    public static IReadOnlyList<long> Of(Plan plan, int count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (plan.Count <= count) return [.. Enumerable.Range(0, (int)plan.Count).Select(index => (long)index)];
        var random = new SeededRandom(seed);
        SortedSet<long> chosen = [];
        for (var part = 0; part < count; part++)
        {
            var (from, to) = ((long)((Int128)plan.Count * part / count), (long)((Int128)plan.Count * (part + 1) / count));
            chosen.Add(Between(random, from, to));
        }

        AddOthers(plan, chosen, random);
        return [.. chosen];
    }

    /// <summary>A strategy with few parameter sets beside one with many may have got none.</summary>
    private static void AddOthers(Plan plan, SortedSet<long> chosen, SeededRandom random)
    {
        var reader = plan.CreateReader();
        var strategies = plan.Study.Strategies.Count;
        HashSet<int> seen = [.. chosen.Select(index => reader.Read(index).Strategy)];
        if (plan.Study.Definition.Search is not null)
        {
            // The order is a random one: draw until all have come, or are too rare to be met.
            for (var attempt = 0; attempt < Attempts && seen.Count < strategies; attempt++) Add(Between(random, 0, plan.Count));
            return;
        }

        // The strategy varies slowest, so the first of each is found by halving.
        for (var strategy = 0; strategy < strategies; strategy++)
        {
            if (seen.Contains(strategy)) continue;
            var (low, high) = (0L, plan.Count);
            while (low < high)
            {
                var middle = low + (high - low) / 2;
                if (reader.Read(middle).Strategy < strategy) low = middle + 1;
                else high = middle;
            }

            if (low < plan.Count) Add(low);
        }

        void Add(long index)
        {
            if (seen.Add(reader.Read(index).Strategy)) chosen.Add(index);
        }
    }

    private static long Between(SeededRandom random, long from, long to) => Math.Min(to - 1, from + (long)(random.NextDouble() * (to - from)));
}
