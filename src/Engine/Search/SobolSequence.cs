using System.Numerics;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>The points of a Sobol' sequence (I. M. Sobol' 1967) in Gray-code order (I. A. Antonov and V. M. Saleev 1979), with the direction numbers
/// of S. Joe and F. Y. Kuo, "Constructing Sobol' sequences with better two-dimensional projections" (2008), and a digital shift: a random number
/// that is added to every point without carry. Point n is the exclusive or of the shift and of the direction numbers at the bits of n ^ (n / 2). In
/// every dimension the first 2^k points, and any 2^k points that begin at a multiple of 2^k, hit each of 2^k equal cells once.</summary>
public sealed class SobolSequence
{
    /// <summary>The largest number of dimensions.</summary>
    public const int MaximumDimensions = 21;

    private const int Bits = 64;

    /// <summary>The polynomial's degree is the number of m; its inner coefficients are the bits of a. The first dimension has none.</summary>
    private static readonly (uint A, uint[] M)[] Table =
    [
        (0, [1]), (1, [1, 3]), (1, [1, 3, 1]), (2, [1, 1, 1]), (1, [1, 1, 3, 3]), (4, [1, 3, 5, 13]),
        (2, [1, 1, 5, 5, 17]), (4, [1, 1, 5, 5, 5]), (7, [1, 1, 7, 11, 19]), (11, [1, 1, 5, 1, 1]), (13, [1, 1, 1, 3, 11]),
        (14, [1, 3, 5, 5, 31]), (1, [1, 3, 3, 9, 7, 49]), (13, [1, 1, 1, 15, 21, 21]), (16, [1, 3, 1, 13, 27, 49]),
        (19, [1, 1, 1, 15, 7, 5]), (22, [1, 3, 1, 15, 13, 25]), (25, [1, 1, 5, 5, 19, 61]), (1, [1, 3, 7, 11, 23, 15, 103]),
        (4, [1, 3, 7, 13, 13, 15, 69]),
    ];

    private readonly ulong[][] _directions;
    private readonly ulong[] _shift;

    /// <summary>The sequence in so many dimensions.</summary>
    /// <param name="dimensions">0 to <see cref="MaximumDimensions"/>.</param>
    /// <param name="seed">The seed of the shift; null for the sequence as it is published, which begins at the origin.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many dimensions.</exception>
    public SobolSequence(int dimensions, ulong? seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaximumDimensions);
        _directions = [.. Enumerable.Range(0, dimensions).Select(DirectionsOf)];
        _shift = new ulong[dimensions];
        if (seed is not { } value) return;
        var random = new SeededRandom(SeededRandom.Mix(value));
        for (var i = 0; i < dimensions; i++) _shift[i] = random.NextBits();
    }

    /// <summary>The number of dimensions.</summary>
    public int Dimensions => _shift.Length;

    /// <summary>Writes point 0 into <paramref name="point"/>: a coordinate x is the number x / 2^64 in [0, 1).</summary>
    public void Start(Span<ulong> point) => _shift.CopyTo(point);

    /// <summary>Turns point <paramref name="index"/> - 1 into point <paramref name="index"/>, which is 1 or more.</summary>
    public void Advance(Span<ulong> point, long index)
    {
        var bit = BitOperations.TrailingZeroCount(index);
        for (var i = 0; i < _directions.Length; i++) point[i] ^= _directions[i][bit];
    }

    private static ulong[] DirectionsOf(int dimension)
    {
        var directions = new ulong[Bits];
        if (dimension == 0)
        {
            for (var k = 0; k < Bits; k++) directions[k] = 1UL << (Bits - 1 - k);
            return directions;
        }

        var (a, m) = Table[dimension - 1];
        for (var k = 0; k < Bits; k++)
            directions[k] = k < m.Length ? (ulong)m[k] << (Bits - 1 - k) : Recur(directions, k, a, m.Length);
        return directions;
    }

    private static ulong Recur(ulong[] directions, int k, uint a, int degree)
    {
        var direction = directions[k - degree] ^ (directions[k - degree] >> degree);
        for (var i = 1; i < degree; i++)
        {
            if (((a >> (degree - 1 - i)) & 1) != 0) direction ^= directions[k - i];
        }

        return direction;
    }
}
