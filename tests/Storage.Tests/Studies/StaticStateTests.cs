using Backtest.Storage.Studies;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Studies;

public sealed class StaticStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("static int Count;", "Count", StaticFieldKind.Changeable)]
    [InlineData("static int Count { get; set; }", "Count", StaticFieldKind.Changeable)]
    [InlineData("static event Action? Happened;", "Happened", StaticFieldKind.Changeable)]
    [InlineData("[ThreadStatic] static int Count;", "Count", StaticFieldKind.OfThread)]
    [InlineData("static readonly double[] Buffer = new double[10];", "Buffer", StaticFieldKind.ChangeableContent)]
    [InlineData("static readonly List<double> Seen = [];", "Seen", StaticFieldKind.ChangeableContent)]
    [InlineData("static Dictionary<string, int> Seen { get; } = [];", "Seen", StaticFieldKind.ChangeableContent)]
    [InlineData("static readonly Random Chance = new(1);", "Chance", StaticFieldKind.ChangeableContent)]
    [InlineData("static readonly System.Threading.ThreadLocal<int> Mine = new();", "Mine", StaticFieldKind.ChangeableContent)]
    [InlineData("static readonly Box Shared = new(); sealed class Box { public int Value; }", "Shared", StaticFieldKind.ChangeableContent)]
    [InlineData("static readonly (int, int[]) Pair = (1, []);", "Pair", StaticFieldKind.ChangeableContent)]
    [InlineData("static readonly System.Collections.Immutable.ImmutableArray<int[]> Rows = [];", "Rows", StaticFieldKind.ChangeableContent)]
    [InlineData("static readonly Lazy<List<int>> Late = new();", "Late", StaticFieldKind.ChangeableContent)]
    public void AFieldThatMayChangeIsFound(string member, string field, StaticFieldKind kind) =>
        Assert.Equal(new StaticField("A", field, kind), Assert.Single(Find(member)));

    [Theory]
    [InlineData("const int Count = 3;")]
    [InlineData("static readonly int Count = 3;")]
    [InlineData("static readonly (int, string) Pair = (1, \"\");")]
    [InlineData("static readonly System.Collections.Immutable.ImmutableArray<int> Table = [1, 2];")]
    [InlineData("static readonly System.Collections.Frozen.FrozenSet<string> Words = null!;")]
    [InlineData("static ReadOnlySpan<double> Table => [1, 2, 3];")]
    [InlineData("static IReadOnlyList<double> Table { get; } = [1, 2, 3];")]
    [InlineData("static readonly Func<int, int> Next = x => x + 1; int F() => new[] { 1 }.Select(x => x + 1).Sum(Next);")]
    [InlineData("static int G(int x) => x; Func<int, int> H = G;")]
    [InlineData("static readonly ParameterDeclaration N = ParameterDeclaration.Whole(\"n\", \"n\", 1, 1, 9);")]
    [InlineData("static readonly object Gate = new();")]
    [InlineData("static readonly Point Origin = new(1, 2); record Point(double X, double Y);")]
    [InlineData("static readonly DateTime Start = new(2020, 1, 1);")]
    [InlineData("static readonly Lazy<string> Late = new(() => \"\");")]
    public void AFieldThatCannotChangeIsNot(string member) => Assert.Empty(Find(member));

    [Fact]
    public void TheWarningNamesTypeFieldAndRemedy() => Assert.Equal(
        "A.Count is static and not readonly, and all workers share it: make it const, a local variable, or a field of the instance that Begin sets",
        Find("static int Count;")[0].ToString());

    private IReadOnlyList<StaticField> Find(string member)
    {
        var strategy = StrategySource.Load(_folder.Write("a.cs", SourceText.Of("a", member))).Strategies[0];
        return StaticState.Of(strategy.Create().GetType().Assembly);
    }
}
