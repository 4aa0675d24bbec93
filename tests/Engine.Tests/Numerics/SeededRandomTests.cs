using Backtest.Engine.Numerics;
using CsCheck;

namespace Backtest.Engine.Tests.Numerics;

public sealed class SeededRandomTests
{
    /// <summary>Seed 0 is the known answer of the reference code by Sebastiano Vigna, 1234567 that of Rosetta Code.</summary>
    [Theory]
    [InlineData(0UL, 0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC)]
    [InlineData(1234567UL, 6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431)]
    public void BitsAreThoseOfSplitMix64(ulong seed, ulong first, ulong second, ulong third, ulong fourth)
    {
        var random = new SeededRandom(seed);

        Assert.Equal([first, second, third, fourth], [random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits()]);
    }

    [Fact]
    public void DoublesAreTheHighest53BitsInTheUnitInterval() => Gen.ULong.Sample(seed =>
    {
        var (bits, random) = (new SeededRandom(seed).NextBits(), new SeededRandom(seed));

        var value = random.NextDouble();

        Assert.InRange(value, 0, 1 - Math.Pow(2, -53));
        Assert.Equal(bits >> 11, (ulong)(value * Math.Pow(2, 53)));
    });

    [Fact]
    public void NormalNumbersHaveMeanZeroAndDeviationOne()
    {
        var random = new SeededRandom(42);
        var values = Enumerable.Range(0, 100_000).Select(_ => random.NextNormal()).ToArray();

        Assert.Equal(0, values.Average(), 0.01);
        Assert.Equal(1, Math.Sqrt(values.Average(value => value * value)), 0.01);
        Assert.Equal(0.6827, values.Count(value => Math.Abs(value) < 1) / 100_000.0, 0.01);
    }
}
