namespace Backtest.Engine.Numerics;

/// <summary>A small seeded generator of pseudo-random numbers: the same seed gives the same sequence on every machine and version.
/// SplitMix64 of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).</summary>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>A number in [0, 1), with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 up to, not with, <paramref name="count"/>.</summary>
    /// <param name="count">1 or more.</param>
    public int NextIndex(int count) => (int)((UInt128)NextBits() * (uint)count >> 64);

    /// <summary>Brings the values into an order in which each is equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = NextIndex(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    /// <summary>A generator for one of many draws of a seed: draws are independent of each other, and of the order in which they are made.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="draw">Which draw.</param>
    public static SeededRandom OfDraw(ulong seed, int draw) => new(Mix(seed) ^ Mix((ulong)draw + 0x632BE59BD9B4E019));

    /// <summary>A number drawn from the standard normal distribution (Box and Muller 1958).</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2.0 * Math.Log(1.0 - NextDouble()));
        return radius * Math.Cos(2.0 * Math.PI * NextDouble());
    }

    /// <summary>Mixes 64 bits into 64 others, one to one.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
