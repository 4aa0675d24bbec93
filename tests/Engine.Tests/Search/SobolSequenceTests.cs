using Backtest.Engine.Search;

namespace Backtest.Engine.Tests.Search;

public sealed class SobolSequenceTests
{
    /// <summary>The first points as S. Joe and F. Y. Kuo print them for three dimensions.</summary>
    [Fact]
    public void TheFirstPointsWithoutAShiftAreThePublishedOnes()
    {
        double[][] published =
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
        ];

        Assert.Equal(published, Points(new SobolSequence(3, null), 10).Select(point => point.Select(Fraction).ToArray()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0UL)]
    [InlineData(42UL)]
    public void EveryDimensionHitsEachOf2ToTheKCellsOnceWithItsFirst2ToTheKPoints(ulong? seed)
    {
        var points = Points(new SobolSequence(SobolSequence.MaximumDimensions, seed), 1024);

        for (var dimension = 0; dimension < SobolSequence.MaximumDimensions; dimension++)
        {
            for (var k = 0; k <= 10; k++)
            {
                var cells = points.Take(1 << k).Select(point => k == 0 ? 0 : point[dimension] >> (64 - k));
                Assert.Equal(1 << k, cells.Distinct().Count());
            }
        }
    }

    /// <summary>Point 1000 of another implementation, with primitive polynomials written as P. Bratley and B. L. Fox do (Algorithm 659, 1988) and the
    /// published initial numbers of Joe and Kuo; the upper 32 bits.</summary>
    [Fact]
    public void PointOneThousandIsTheKnownOneInEveryDimension() => Assert.Equal(
        [
            0x38400000, 0x18c00000, 0x84c00000, 0xad400000, 0x47c00000, 0xe8400000, 0x0bc00000, 0xe6400000, 0x80400000, 0x11c00000, 0x15c00000,
            0x41400000, 0x29400000, 0x62400000, 0x24c00000, 0x5ec00000, 0xb8400000, 0x58400000, 0xfdc00000, 0xb9c00000, 0x85c00000,
        ],
        Points(new SobolSequence(21, null), 1001)[1000].Select(x => x >> 32));

    [Fact]
    public void AShiftMovesEveryPointAlike()
    {
        var plain = Points(new SobolSequence(5, null), 100);
        var shifted = Points(new SobolSequence(5, 9), 100);

        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(shifted[0], plain[i].Zip(shifted[i], (a, b) => a ^ b)));
        Assert.Equal(5, shifted[0].Distinct().Count());
    }

    [Fact]
    public void MoreDimensionsThanTheTableHasAreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(SobolSequence.MaximumDimensions + 1, null));

    private static double Fraction(ulong x) => x / Math.Pow(2, 64);

    private static ulong[][] Points(SobolSequence sequence, int count)
    {
        var points = new ulong[count][];
        var point = new ulong[sequence.Dimensions];
        sequence.Start(point);
        for (var i = 0; i < count; i++)
        {
            if (i > 0) sequence.Advance(point, i);
            points[i] = [.. point];
        }

        return points;
    }
}
