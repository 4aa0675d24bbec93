using Backtest.Goldens;

namespace Backtest.Strategies.Tests.Golden;

/// <summary>The comparison that all goldens are held with sees what differs.</summary>
public sealed class DeviationsTests
{
    private readonly Deviations _deviations = new();

    [Theory]
    [InlineData(1000, 1000.1, true)]
    [InlineData(1000, 1000.000000001, false)]
    [InlineData(0.001, 0.00100001, true)]
    [InlineData(double.NaN, 1, true)]
    [InlineData(1, double.NaN, true)]
    [InlineData(double.NaN, double.NaN, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, false)]
    [InlineData(double.PositiveInfinity, 1, true)]
    public void AFigureFurtherAwayThanItsToleranceIsSeen(double expected, double actual, bool seen)
    {
        _deviations.Near(expected, actual, "figure");

        Assert.Equal(seen, _deviations.Excess is not null);
    }

    [Fact]
    public void TheFirstExcessIsNamedAndTheLargestDeviationsAreKept()
    {
        _deviations.Near(200, 202, "first");
        _deviations.Near(2, 3, "second");
        _deviations.Near(200, 199.99, "third");

        Assert.Equal("first: expected 200, got 202, off by 1.00E-002", _deviations.Excess);
        Assert.Equal((3, 2, 0.5), (_deviations.Count, _deviations.Absolute, _deviations.Relative));
    }

    [Fact]
    public void AFigureThatIsKnownToDifferIsMeasuredOnly()
    {
        _deviations.Near(2, 3, "known", double.PositiveInfinity);

        Assert.Equal((null, 1, 0.5), (_deviations.Excess, _deviations.Absolute, _deviations.Relative));
    }

    [Fact]
    public void ColumnsOfDifferentLengthsDiffer()
    {
        _deviations.Near([1, 2, 3], [1, 2], "column");

        Assert.Equal("rows of column: expected 3, got 2", _deviations.Excess);
    }

    [Fact]
    public void EveryFileHasAComparison()
    {
        var files = GoldenTable.Files.Where(name => name.StartsWith("sp500-", StringComparison.Ordinal) && name != "sp500-2000.csv");

        Assert.All(files, file => Assert.Contains(GoldenComparisons.All, comparison =>
            System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(comparison.File, file)));
    }
}
