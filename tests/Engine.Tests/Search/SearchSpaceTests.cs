using Backtest.Engine.Parameters;
using Backtest.Engine.Search;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;
using CsCheck;

namespace Backtest.Engine.Tests.Search;

public sealed class SearchSpaceTests
{
    [Fact]
    public void SplitAndJoinUndoEachOther() => SearchExample.AnySpace.Sample(space =>
    {
        for (var set = 0L; set < space.Grid.Count; set++) Assert.Equal(set, space.Join(SearchExample.Split(space, set)));
    }, iter: 30);

    [Fact]
    public void PositionsAreThoseOfTheGrid()
    {
        var space = SearchExample.Space([3, 4, 5]);
        var set = new ParameterSet(space.Grid.Declarations);

        space.Grid.Read(37, set);

        Assert.Equal("a=1 b=3 c=2", set.ToString());
        Assert.Equal([1, 3, 2], SearchExample.Split(space, 37));
        Assert.Equal((3, 4), (space.AxisCount, space.SizeOf(1)));
    }

    [Fact]
    public void TheConditionDecidesWhatIsAllowed()
    {
        var space = SearchExample.Space([4, 4], "a < b");

        Assert.Equal(["0 1", "0 2", "0 3", "1 2", "1 3", "2 3"],
            SearchExample.Allowed(space).Select(set => string.Join(' ', SearchExample.Split(space, set))));
    }

    [Fact]
    public void ASpaceOfAThousandMillionMillionSetsIsReadyAtOnce()
    {
        var space = SearchExample.Space([100_000, 100_000, 100_000], "a < b and b < c");

        Assert.True(space.Allows(space.Join([5, 6, 7])));
        Assert.False(space.Allows(space.Join([6, 6, 7])));
    }

    [Fact]
    public void RangesAndRisingOrFallingNumbersAreOrdered()
    {
        Assert.True(IsOrdered(new ParameterAxis("a", 1, 9, 2)));
        Assert.True(IsOrdered(Numbers(1, 10, 100)));
        Assert.True(IsOrdered(Numbers(9, 5, -1)));
        Assert.True(IsOrdered(Numbers(7)));
        Assert.False(IsOrdered(Numbers(1, 3, 2)));
        Assert.False(IsOrdered(Numbers(1, 1)));
        Assert.False(IsOrdered(new ParameterAxis("a", [new ParameterValue("long"), new ParameterValue("short")])));
    }

    [Fact]
    public void SetsAndPositionsOutsideTheGridAreRefused()
    {
        var space = SearchExample.Space([3, 4]);

        Assert.StartsWith("the grid has the sets 0 to 11", Assert.Throws<ArgumentOutOfRangeException>(() => space.Allows(12)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchExample.Split(space, -1));
        Assert.StartsWith("axis 1 has the positions 0 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => space.Join([0, 4])).Message);
    }

    [Fact]
    public void AConditionOnAnUnknownNameIsRefused() =>
        Assert.Throws<ExpressionException>(() => SearchExample.Space([3, 4], "a < slow"));

    private static ParameterAxis Numbers(params double[] values) => new("a", [.. values.Select(value => new ParameterValue(value))]);

    private static bool IsOrdered(ParameterAxis axis)
    {
        var declaration = axis.IsRange || !axis.Values[0].IsText
            ? ParameterDeclaration.Real("a", "", 0, -1e9, 1e9)
            : ParameterDeclaration.OfText("a", "", "long");
        return new SearchSpace(new ParameterGrid([declaration], [axis]), null).IsOrdered(0);
    }
}
