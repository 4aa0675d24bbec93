using Backtest.Engine.Parameters;

namespace Backtest.Engine.Tests.Parameters;

public sealed class ParameterDeclarationTests
{
    private static readonly ParameterDeclaration Period = ParameterDeclaration.Whole("period", "bars", 14, 1, 100);
    private static readonly ParameterDeclaration Width = ParameterDeclaration.Real("width", "deviations", 2, 0, 2.5);
    private static readonly ParameterDeclaration Mode = ParameterDeclaration.OfText("mode", "how", "calm", "calm", "wild");

    [Theory]
    [InlineData(1, null)]
    [InlineData(100, null)]
    [InlineData(0, "period must be from 1 to 100, not 0")]
    [InlineData(101, "period must be from 1 to 100, not 101")]
    [InlineData(2.5, "period must be a whole number, not 2.5")]
    public void AWholeNumberIsCheckedForItsRangeAndItsFraction(double value, string? defect) =>
        Assert.Equal(defect, Period.Defect(new ParameterValue(value)));

    [Theory]
    [InlineData(2.5, null)]
    [InlineData(-0.0, null)]
    [InlineData(2.75, "width must be from 0 to 2.5, not 2.75")]
    public void ANumberIsCheckedForItsRange(double value, string? defect) =>
        Assert.Equal(defect, Width.Defect(new ParameterValue(value)));

    [Theory]
    [InlineData("wild", null)]
    [InlineData("Wild", "mode must be one of calm, wild, not 'Wild'")]
    [InlineData("", "mode must be one of calm, wild, not ''")]
    public void ATextIsOneOfItsChoices(string value, string? defect) => Assert.Equal(defect, Mode.Defect(new ParameterValue(value)));

    [Fact]
    public void ATextWithoutChoicesMayBeAny() =>
        Assert.Null(ParameterDeclaration.OfText("note", "free", "").Defect(new ParameterValue("anything")));

    [Fact]
    public void KindsAreNotMixed()
    {
        Assert.Equal("period must be a number, not 'x'", Period.Defect(new ParameterValue("x")));
        Assert.Equal("mode must be a text, not the number 3", Mode.Defect(new ParameterValue(3)));
    }
}
