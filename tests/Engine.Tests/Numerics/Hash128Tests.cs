using Backtest.Engine.Numerics;
using CsCheck;

namespace Backtest.Engine.Tests.Numerics;

public sealed class Hash128Tests
{
    [Fact]
    public void ItsTextReadsBackAndSortsAsItself() => Gen.Select(Gen.UInt128, Gen.UInt128).Sample((one, other) =>
    {
        Hash128 left = new(one), right = new(other);

        Assert.True(Hash128.TryParse(left.ToString(), out var read));
        Assert.Equal(left, read);
        Assert.Equal(Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())), Math.Sign(left.CompareTo(right)));
    });

    [Theory]
    [InlineData("00000000000000000000000000000000", true)]
    [InlineData("0123456789abcdefFEDCBA9876543210", true)]
    [InlineData("0123456789abcdef", false)]
    [InlineData("0123456789abcdef0123456789abcdef0", false)]
    [InlineData("0123456789abcdef0123456789abcdeg", false)]
    [InlineData(" 123456789abcdef0123456789abcdef", false)]
    [InlineData("", false)]
    public void OnlyThirtyTwoHexadecimalDigitsAreAHash(string text, bool expected) => Assert.Equal(expected, Hash128.TryParse(text, out _));
}
