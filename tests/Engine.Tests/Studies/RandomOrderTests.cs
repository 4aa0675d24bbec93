using Backtest.Engine.Studies;
using CsCheck;

namespace Backtest.Engine.Tests.Studies;

public sealed class RandomOrderTests
{
    [Fact]
    public void ItIsAPermutation() => Gen.Select(Gen.Int[1, 3000], Gen.ULong).Sample((count, seed) =>
    {
        var order = new RandomOrder(count, seed);

        var sorted = Enumerable.Range(0, count).Select(position => order[position]).Order();

        Assert.Equal(Enumerable.Range(0, count).Select(value => (long)value), sorted);
    });

    [Fact]
    public void EveryCountUpToAHundredIsPermuted()
    {
        for (var count = 1; count <= 100; count++)
        {
            var order = new RandomOrder(count, 7);
            Assert.Equal(count, Enumerable.Range(0, count).Select(position => order[position]).Where(value => value < count).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(10_000_000_000)]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue)]
    public void HugeCountsAreWalkedWithoutBeingStored(long count)
    {
        var order = new RandomOrder(count, 7);

        var values = Enumerable.Range(0, 1000).Select(position => order[position]).ToArray();

        Assert.All(values, value => Assert.InRange(value, 0, count - 1));
        Assert.Equal(1000, values.Distinct().Count());
    }

    [Fact]
    public void AnotherSeedIsAnotherOrderAndNoneIsTheOrderItself()
    {
        var orders = Enumerable.Range(0, 20).Select(seed => string.Join(' ', First(seed))).ToArray();

        Assert.Equal(20, orders.Distinct().Count());
        Assert.DoesNotContain(string.Join(' ', Enumerable.Range(0, 10)), orders);

        static IEnumerable<long> First(int seed) => Enumerable.Range(0, 10).Select(position => new RandomOrder(1000, (ulong)seed)[position]);
    }

    [Fact]
    public void ValuesAreSpreadEvenlyOverTheFirstHalfAndTheSecond()
    {
        var order = new RandomOrder(100_000, 3);

        var low = Enumerable.Range(0, 10_000).Count(position => order[position] < 50_000);

        Assert.InRange(low, 4_700, 5_300);
    }
}
