using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Backtest.Engine.Numerics;

/// <summary>The lowest and the highest of a block of prices, four at a time.</summary>
internal static class Extremes
{
    /// <summary>The lowest; the length is a multiple of four, four or more.</summary>
    public static double Lowest(ReadOnlySpan<double> block)
    {
        ref var first = ref MemoryMarshal.GetReference(block);
        var lanes = Vector256.LoadUnsafe(ref first);
        for (nuint i = 4; i < (nuint)block.Length; i += 4) lanes = Vector256.Min(lanes, Vector256.LoadUnsafe(ref first, i));
        return Math.Min(Math.Min(lanes[0], lanes[1]), Math.Min(lanes[2], lanes[3]));
    }

    /// <summary>The highest; the length is a multiple of four, four or more.</summary>
    public static double Highest(ReadOnlySpan<double> block)
    {
        ref var first = ref MemoryMarshal.GetReference(block);
        var lanes = Vector256.LoadUnsafe(ref first);
        for (nuint i = 4; i < (nuint)block.Length; i += 4) lanes = Vector256.Max(lanes, Vector256.LoadUnsafe(ref first, i));
        return Math.Max(Math.Max(lanes[0], lanes[1]), Math.Max(lanes[2], lanes[3]));
    }
}
