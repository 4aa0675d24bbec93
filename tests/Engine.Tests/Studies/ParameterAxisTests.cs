using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Studies;

public sealed class ParameterAxisTests
{
    [Theory]
    [InlineData("2", "6", "1", new[] { 2.0, 3, 4, 5, 6 })]
    [InlineData("2", "6", "3", new[] { 2.0, 5 })]
    [InlineData("0", "0.3", "0.1", new[] { 0, 0.1, 0.2, 0.3 })]
    [InlineData("-0.1", "0.1", "0.1", new[] { -0.1, 0, 0.1 })]
    [InlineData("7", "7", "1", new[] { 7.0 })]
    [InlineData("7", "7.5", "1", new[] { 7.0 })]
    public void ARangeStepsInDecimalAndHoldsItsEnds(string from, string to, string step, double[] values)
    {
        var axis = new ParameterAxis("x", Parse(from), Parse(to), Parse(step));

        Assert.Equal((true, values.Length), (axis.IsRange, axis.Count));
        Assert.Empty(axis.Values);
        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(position => axis[position].Number));
    }

    [Fact]
    public void AListKeepsItsOrderAndItsKinds()
    {
        var axis = new ParameterAxis("x", [new ParameterValue(5), new ParameterValue("calm"), new ParameterValue(2)]);

        Assert.Equal((false, 3, "5 calm 2"), (axis.IsRange, axis.Count, $"{axis[0]} {axis[1]} {axis[2]}"));
    }

    [Theory]
    [InlineData("2", "1", "1")]
    [InlineData("1", "2", "0")]
    [InlineData("1", "2", "-1")]
    public void ARangeGoesUp(string from, string to, string step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterAxis("x", Parse(from), Parse(to), Parse(step)));

    [Fact]
    public void AnEmptyListIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterAxis("x", []));

    [Theory]
    [InlineData("0", "79228162514264337593543950335", "1")]
    [InlineData("0", "79228162514264337593543950335", "0.0000000000000000000000000001")]
    [InlineData("-79228162514264337593543950335", "79228162514264337593543950335", "1")]
    public void AnAbsurdRangeIsCountedAsMoreThanAnyPlanHolds(string from, string to, string step) =>
        Assert.True(new ParameterAxis("x", Parse(from), Parse(to), Parse(step)).Count > Plan.MaximumCount);

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
