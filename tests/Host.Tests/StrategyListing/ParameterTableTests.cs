using System.Text;
using Backtest.Engine.Parameters;
using Backtest.Host.StrategyListing;

namespace Backtest.Host.Tests.StrategyListing;

public sealed class ParameterTableTests
{
    public static TheoryData<ParameterDeclaration, string> Ranges => new()
    {
        { ParameterDeclaration.Whole("fast", "", 10, 1, 100_000), "1 to 100,000, whole" },
        { ParameterDeclaration.Real("width", "", 2, 0.5, double.PositiveInfinity), "0.5 or more" },
        { ParameterDeclaration.Real("width", "", 2, double.NegativeInfinity, 3), "up to 3" },
        { ParameterDeclaration.Real("width", "", 2, double.NegativeInfinity, double.PositiveInfinity), "any number" },
        { ParameterDeclaration.OfText("mode", "", "a", "a", "b"), "a, b" },
        { ParameterDeclaration.OfText("mode", "", "a"), "any text" },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void WhatIsAllowedIsSaidInWords(ParameterDeclaration parameter, string expected) =>
        Assert.Equal(expected, ParameterTable.Allowed(parameter));

    [Fact]
    public void ColumnsAreAligned()
    {
        var text = new StringBuilder();

        ParameterTable.AppendTo(
            text,
            [ParameterDeclaration.Whole("fast", "bars", 10, 1, 99), ParameterDeclaration.OfText("mode", "what", "none", "none", "hang")],
            headed: true);

        string[] lines =
        [
            "  parameter  default  allowed         meaning",
            "  fast       10       1 to 99, whole  bars",
            "  mode       none     none, hang      what",
        ];
        Assert.Equal(lines, text.ToString().TrimEnd('\n').Split('\n'));
    }
}
