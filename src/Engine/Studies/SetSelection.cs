using System.Numerics;
using Backtest.Engine.Parameters;

namespace Backtest.Engine.Studies;

/// <summary>The combinations of a grid that a condition keeps, as one bit each and a running count a word, so that the n-th kept combination
/// is found by arithmetic. Without a condition it is the grid itself.</summary>
public sealed class SetSelection
{
    /// <summary>A condition is evaluated on at most so many combinations.</summary>
    public const long MaximumConditionCount = 1_000_000_000;

    private const int WordsPerBlock = 8;
    private readonly ulong[]? _kept;
    private readonly long[] _keptBefore = [];

    /// <summary>Evaluates <paramref name="where"/> on the grid, until <paramref name="limit"/> combinations are kept.</summary>
    /// <exception cref="ArgumentException">There is a condition, and the grid exceeds <see cref="MaximumConditionCount"/>.</exception>
    public SetSelection(ParameterGrid grid, Expression? where, long limit = long.MaxValue)
    {
        Grid = grid;
        Count = Math.Min(grid.Count, limit);
        if (where is null) return;
        if (grid.Count > MaximumConditionCount)
            throw new ArgumentException($"a condition is evaluated on at most {MaximumConditionCount} combinations, not on {grid.Count}");
        (_kept, Count) = Evaluate(grid, where, limit);
        _keptBefore = CountBlocks(_kept);
    }

    /// <summary>The grid.</summary>
    public ParameterGrid Grid { get; }

    /// <summary>The number of combinations kept.</summary>
    public long Count { get; }

    /// <summary>Writes the kept combination at <paramref name="position"/> into <paramref name="set"/>.</summary>
    public void Read(long position, ParameterSet set) => Grid.Read(_kept is null ? position : Select(position, _kept), set);

    private long Select(long position, ulong[] kept)
    {
        var (block, after) = (0, _keptBefore.Length);
        while (after - block > 1)
        {
            var middle = (block + after) / 2;
            if (_keptBefore[middle] <= position) block = middle;
            else after = middle;
        }

        var remaining = (int)(position - _keptBefore[block]);
        for (var word = block * WordsPerBlock; ; word++)
        {
            var count = BitOperations.PopCount(kept[word]);
            if (remaining < count) return ((long)word << 6) + NthSetBit(kept[word], remaining);
            remaining -= count;
        }
    }

    private static (ulong[] Kept, long Count) Evaluate(ParameterGrid grid, Expression where, long limit)
    {
        var kept = new ulong[(grid.Count + 63) >> 6];
        var set = new ParameterSet(grid.Declarations);
        var condition = where.ForParameters(grid.Declarations);
        var count = 0L;
        for (var index = 0L; index < grid.Count && count < limit; index++)
        {
            grid.Read(index, set);
            if (!condition(set)) continue;
            kept[index >> 6] |= 1UL << (int)(index & 63);
            count++;
        }

        return (kept, count);
    }

    private static long[] CountBlocks(ulong[] kept)
    {
        var before = new long[kept.Length / WordsPerBlock + 1];
        var sum = 0L;
        for (var word = 0; word < kept.Length; word++)
        {
            if (word % WordsPerBlock == 0) before[word / WordsPerBlock] = sum;
            sum += BitOperations.PopCount(kept[word]);
        }

        if (kept.Length % WordsPerBlock == 0) before[^1] = sum;
        return before;
    }

    private static int NthSetBit(ulong word, int n)
    {
        for (; n > 0; n--) word &= word - 1;
        return BitOperations.TrailingZeroCount(word);
    }
}
