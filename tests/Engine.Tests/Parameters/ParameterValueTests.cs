using System.Globalization;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using CsCheck;

namespace Backtest.Engine.Tests.Parameters;

public sealed class ParameterValueTests
{
    [Fact]
    public void ANumbersTextReadsBackToTheSameBits() => Gen.Double.Where(double.IsFinite).Sample(number =>
        Assert.Equal(number, double.Parse(new ParameterValue(number).ToString(), CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ANumberIsFinite(double number) => Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterValue(number));

    [Fact]
    public void ZeroHasOneForm()
    {
        Assert.Equal(HashOf(new ParameterValue(0.0)), HashOf(new ParameterValue(-0.0)));
        Assert.Equal("0", new ParameterValue(-0.0).ToString());
    }

    [Fact]
    public void ANumberIsNotTheTextThatLooksLikeIt()
    {
        ParameterValue number = new(5), text = new("5");

        Assert.True(number != text);
        Assert.NotEqual(HashOf(number), HashOf(text));
        Assert.Equal("'5' is a text, not a number", Assert.Throws<InvalidOperationException>(() => text.Number).Message);
        Assert.Equal("5 is a number, not a text", Assert.Throws<InvalidOperationException>(() => number.Text).Message);
    }

    [Fact]
    public void EqualValuesAreEqualInEveryWay()
    {
        Assert.True(new ParameterValue(5) == new ParameterValue(5.0));
        Assert.True(new ParameterValue("x").Equals((object)new ParameterValue("x")));
        Assert.Equal(new ParameterValue("x").GetHashCode(), new ParameterValue("x").GetHashCode());
        Assert.False(new ParameterValue("x").Equals("x"));
    }

    private static Hash128 HashOf(ParameterValue value)
    {
        var hasher = new CanonicalHasher();
        value.AppendTo(hasher);
        return hasher.Finish();
    }
}
