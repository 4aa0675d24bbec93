using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Studies;

public sealed class ParameterGridTests
{
    private static readonly ParameterDeclaration[] Declarations =
        [.. "abc".Select(name => ParameterDeclaration.Real(name.ToString(), "", 9, -1e9, 1e9))];

    [Fact]
    public void TheFirstDeclaredParameterIsOutermostWhateverTheOrderOfTheAxes()
    {
        var grid = new ParameterGrid(Declarations, [new ParameterAxis("c", 1, 3, 1), new ParameterAxis("a", 1, 2, 1)]);

        Assert.Equal(6, grid.Count);
        Assert.Equal(
            ["a=1 b=9 c=1", "a=1 b=9 c=2", "a=1 b=9 c=3", "a=2 b=9 c=1", "a=2 b=9 c=2", "a=2 b=9 c=3"],
            Enumerable.Range(0, 6).Select(index => Read(grid, index)));
    }

    [Fact]
    public void WithoutAxesThereIsOneCombinationOfDefaults()
    {
        var grid = new ParameterGrid(Declarations, []);

        Assert.Equal((1, "a=9 b=9 c=9"), (grid.Count, Read(grid, 0)));
    }

    [Fact]
    public void AnAxisOfNoParameterIsRefused() => Assert.StartsWith(
        "no parameter 'd' is declared",
        Assert.Throws<ArgumentException>(() => new ParameterGrid(Declarations, [new ParameterAxis("d", 1, 2, 1)])).Message);

    [Fact]
    public void AProductBeyond64BitsIsRefused()
    {
        ParameterAxis[] axes = [new("a", 1, 4_000_000_000, 1), new("b", 1, 4_000_000_000, 1)];

        Assert.Throws<OverflowException>(() => new ParameterGrid(Declarations, axes));
    }

    private static string Read(ParameterGrid grid, long index)
    {
        var set = new ParameterSet(Declarations);
        grid.Read(index, set);
        return set.ToString();
    }
}
