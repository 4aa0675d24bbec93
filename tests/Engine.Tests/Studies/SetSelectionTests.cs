using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;
using CsCheck;

namespace Backtest.Engine.Tests.Studies;

public sealed class SetSelectionTests
{
    private static readonly ParameterDeclaration[] Declarations =
        [.. "abc".Select(name => ParameterDeclaration.Whole(name.ToString(), "", 3, -1_000_000, 1_000_000))];

    private static readonly Gen<ParameterAxis[]> Axes = Gen.Select(Gen.Int[-5, 30], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 3], (from, a, b, c) =>
        new ParameterAxis[] { new("a", from, from + a, 1), new("b", 0, b, 1), new("c", 0, c, 1) });

    private static readonly Gen<string?> Conditions = Gen.Select(
        Gen.OneOf("a < b", "a + c == b", "a * b > 30", "c != 1", "a > 1000", "a < 1000", "b == 40"),
        Gen.OneOf(null, "and", "or"),
        Gen.OneOf("b > 7", "a == 0", "not a < c", "c < 2"),
        (left, word, right) => word is null ? left : $"{left} {word} {right}").Null();

    [Fact]
    public void ReadingThePositionIsFilteringTheGrid() => Gen.Select(Axes, Conditions, Gen.Long[0, 3000]).Sample((axes, text, limit) =>
    {
        var grid = new ParameterGrid(Declarations, axes);
        var where = text is null ? null : new Expression(text);

        var selection = new SetSelection(grid, where, limit);

        var condition = where?.ForParameters(Declarations) ?? (_ => true);
        var expected = Enumerable.Range(0, (int)grid.Count).Select(index => Read(grid.Read, index)).Where(condition).Take((int)limit)
            .Select(set => set.ToString()).ToArray();
        Assert.Equal(expected.Length, selection.Count);
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(position => Read(selection.Read, position).ToString()));
    });

    [Fact]
    public void FewCombinationsOfManyAreFoundWhereverTheyAre()
    {
        var grid = new ParameterGrid(Declarations, [new ParameterAxis("a", 0, 999, 1), new ParameterAxis("b", 0, 999, 1)]);

        var selection = new SetSelection(grid, new Expression("a == 700 and b >= 998 or a == 999 and b == 999"));

        Assert.Equal(
            ["a=700 b=998 c=3", "a=700 b=999 c=3", "a=999 b=999 c=3"],
            Enumerable.Range(0, (int)selection.Count).Select(position => Read(selection.Read, position).ToString()));
    }

    [Fact]
    public void AConditionOnTooManyCombinationsIsRefusedBeforeItIsEvaluated()
    {
        var grid = new ParameterGrid(Declarations, [new ParameterAxis("a", 1, 100_000, 1), new ParameterAxis("b", 1, 100_000, 1)]);

        Assert.Equal(
            "a condition is evaluated on at most 1000000000 combinations, not on 10000000000",
            Assert.Throws<ArgumentException>(() => new SetSelection(grid, new Expression("a < b"))).Message);
    }

    private static ParameterSet Read(Action<long, ParameterSet> read, long position)
    {
        var set = new ParameterSet(Declarations);
        read(position, set);
        return set;
    }
}
