using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>The chance of a search: each set that is asked for has a generator of its own, from the seed and the number of sets before it. So a set
/// does not depend on how many others are asked for in the same call.</summary>
internal static class SlotRandom
{
    /// <summary>The generator of the set asked for after <paramref name="before"/> others.</summary>
    public static SeededRandom Of(ulong seed, long before) =>
        new(SeededRandom.Mix(SeededRandom.Mix(seed + 0x9E3779B97F4A7C15) ^ SeededRandom.Mix((ulong)before + 1)));

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1, each equally likely (D. Lemire, "Fast random integer generation in
    /// an interval", 2019).</summary>
    public static long Below(this SeededRandom random, long count)
    {
        var limit = (0UL - (ulong)count) % (ulong)count;
        while (true)
        {
            var high = Math.BigMul(random.NextBits(), (ulong)count, out var low);
            if (low >= limit) return (long)high;
        }
    }
}
