using Backtest.Engine.Parameters;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class GridNeighboursTests
{
    private static readonly ParameterDeclaration[] Declarations =
    [
        ParameterDeclaration.Whole("fast", "", 1, 1, 1000), ParameterDeclaration.Real("width", "", 1, 0, 1000),
        ParameterDeclaration.OfText("mode", "", "a", "a", "b"), ParameterDeclaration.Whole("fixed", "", 1, 1, 1000),
    ];

    private static readonly ParameterAxis[] Axes =
    [
        new("fast", 10, 1_000_000_000_000, 5), new("width", [new(4.0), new(1.0), new(2.5), new(9.0)]), new("mode", [new("a"), new("b")]),
    ];

    [Theory]
    [InlineData(25, 2.5, "a", 1, true)]
    [InlineData(15, 1, "a", 1, true)]
    [InlineData(20, 4, "a", 1, true)]
    [InlineData(20, 2.5, "a", 1, false)] // the set itself
    [InlineData(30, 2.5, "a", 1, false)] // two steps
    [InlineData(20, 9, "a", 1, false)] // two steps by size
    [InlineData(25, 2.5, "b", 1, false)] // texts have no steps
    [InlineData(25, 2.5, "a", 2, false)]
    public void ANeighbourIsOneStepAwayAtMost(double fast, double width, string mode, double fixedValue, bool expected)
    {
        var neighbours = new GridNeighbours(Declarations, Axes, Set(20, 2.5, "a", 1));

        Assert.Equal(expected, neighbours.Has(at => Set(fast, width, mode, fixedValue)[at]));
    }

    [Fact]
    public void TheEndsOfARangeHaveOneSide()
    {
        var neighbours = new GridNeighbours(Declarations, Axes, Set(10, 9, "a", 1));

        Assert.True(neighbours.Has(at => Set(15, 4, "a", 1)[at]));
        Assert.False(neighbours.Has(at => Set(5, 9, "a", 1)[at]));
    }

    private static ParameterValue[] Set(double fast, double width, string mode, double fixedValue) =>
        [new(fast), new(width), new(mode), new(fixedValue)];
}
