using Backtest.Engine.Parameters;

namespace Backtest.Engine.Tests.Parameters;

public sealed class ParameterSetTests
{
    private static readonly ParameterDeclaration[] Declarations =
    [
        ParameterDeclaration.Whole("fast", "bars", 10, 1, 100),
        ParameterDeclaration.Real("width", "deviations", 2.5, 0, 10),
        ParameterDeclaration.OfText("mode", "how", "calm"),
    ];

    [Fact]
    public void ANewSetHasTheDefaultsUnderTheirNamesAndInTheirOrder()
    {
        var set = new ParameterSet(Declarations);

        Assert.Equal((10, 2.5, "calm"), (set.Whole("fast"), set.Number("width"), set.Text("mode")));
        Assert.Equal((3, new ParameterValue("calm")), (set.Count, set[2]));
        Assert.Equal("fast=10 width=2.5 mode=calm", set.ToString());
    }

    [Fact]
    public void AChangedCopyLeavesTheSetAsItWas()
    {
        var set = new ParameterSet(Declarations);

        var changed = set.With("fast", new ParameterValue(20));

        Assert.Equal((10, 20, 2.5), (set.Whole("fast"), changed.Whole("fast"), changed.Number("width")));
    }

    [Fact]
    public void AKeptCopyDoesNotChangeWithTheSet()
    {
        var set = new ParameterSet(Declarations);
        var copy = set.Copy();

        set[0] = new ParameterValue(30);

        Assert.Equal((30, 10), (set.Whole("fast"), copy.Whole("fast")));
    }

    [Fact]
    public void AnUnknownNameIsRefusedWithTheNamesThereAre() => Assert.StartsWith(
        "the strategy declares no parameter 'slow'; it declares fast, width, mode",
        Assert.Throws<ArgumentException>(() => new ParameterSet(Declarations)["slow"]).Message);
}
