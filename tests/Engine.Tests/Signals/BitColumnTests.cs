using Backtest.Engine.Signals;
using CsCheck;

namespace Backtest.Engine.Tests.Signals;

public sealed class BitColumnTests
{
    [Fact]
    public void ItIsAListOfBits() => Gen.Bool.Array[0, 300].Sample(bits =>
    {
        var column = Column(bits);

        Assert.Equal(bits, Enumerable.Range(0, bits.Length).Select(bar => column[bar]));
        for (var start = 0; start <= bits.Length + 1; start++)
        {
            var expected = start < bits.Length ? Array.IndexOf(bits, true, start) : -1;
            Assert.Equal(expected, column.NextSet(start));
        }
    });

    [Fact]
    public void ABitCanBeClearedAgain()
    {
        var column = Column([true, true, true]);

        column[1] = false;

        Assert.Equal((true, false, true), (column[0], column[1], column[2]));
    }

    [Fact]
    public void AColumnThatIsUsedAgainIsEmpty() => Gen.Select(Gen.Int[1, 200], Gen.Int[1, 200]).Sample((first, second) =>
    {
        var column = Column([.. Enumerable.Repeat(true, first)]);

        column.Reset(second);

        Assert.Equal((second, -1), (column.Count, column.NextSet(0)));
        column.Reset(200);
        Assert.Equal(-1, column.NextSet(0));
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void ABarThatIsNotThereIsRefused(int bar)
    {
        var column = Column([false, false, false]);

        Assert.Throws<ArgumentOutOfRangeException>(() => column[bar]);
        Assert.Throws<ArgumentOutOfRangeException>(() => column[bar] = true);
    }

    private static BitColumn Column(bool[] bits)
    {
        var column = new BitColumn();
        column.Reset(bits.Length);
        for (var bar = 0; bar < bits.Length; bar++) column[bar] = bits[bar];
        return column;
    }
}
