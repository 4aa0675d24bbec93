using System.Numerics;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Studies;

/// <summary>A seeded permutation of 0 .. count - 1, computed and not stored: four rounds of a balanced Feistel network over the next even
/// power of two, walked until the value lies in range (M. Luby and C. Rackoff 1988; J. Black and P. Rogaway 2002).</summary>
/// <param name="count">The number of values; 1 or more.</param>
/// <param name="seed">The seed.</param>
public sealed class RandomOrder(long count, ulong seed)
{
    private const int Rounds = 4;
    private readonly int _halfBits = Math.Max(1, (BitOperations.Log2((ulong)count) + 2) / 2);

    /// <summary>The value at <paramref name="position"/>.</summary>
    public long this[long position]
    {
        get
        {
            var value = (ulong)position;
            do value = Permute(value);
            while (value >= (ulong)count);
            return (long)value;
        }
    }

    private ulong Permute(ulong value)
    {
        var mask = (1UL << _halfBits) - 1;
        var (left, right) = (value >> _halfBits, value & mask);
        for (var round = 0UL; round < Rounds; round++)
            (left, right) = (right, left ^ (SeededRandom.Mix(right + seed + round * 0x9E3779B97F4A7C15) & mask));
        return left << _halfBits | right;
    }
}
