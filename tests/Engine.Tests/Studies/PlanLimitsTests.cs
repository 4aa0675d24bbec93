using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Studies;

/// <summary>Plans that cannot be meant are refused at once, whatever they would have expanded to.</summary>
public sealed class PlanLimitsTests
{
    private const string Remedy = "a plan has at most 10000000000 backtests: narrow the ranges, or set a limit";
    private const decimal Million = 1_000_000;
    private const decimal Huge = 5_000_000_000_000_000_000;

    [Fact]
    public void AnEmptyPlanIsRefused() => Refused(
        "the plan is empty: no parameter set satisfies the conditions", ExampleStudy.Of(5, where: "lag > 5"));

    [Fact]
    public void AStudyWithoutDataWindowsOrStrategiesIsRefused()
    {
        var study = ExampleStudy.Of();

        Refused("the plan is empty: the study has no data, no window or no strategy", ExampleStudy.Of(study.Definition.Strategies, [], Window.All));
        Refused("the plan is empty: the study has no data, no window or no strategy", ExampleStudy.Of(study.Definition.Strategies, study.Series));
        Refused("the plan is empty: the study has no data, no window or no strategy", ExampleStudy.Of([], study.Series, Window.All));
    }

    [Fact]
    public void TenBillionBacktestsArePlannedAndOneMoreIsNot()
    {
        Assert.Equal(Plan.MaximumCount, new Plan(ExampleStudy.Of(Plan.MaximumCount)).Count);

        Refused($"the plan is too large: 10000000001 parameter sets x 1 runs each; {Remedy}", ExampleStudy.Of(Plan.MaximumCount + 1));
    }

    [Fact]
    public void WindowsAndDataSetsCountToo()
    {
        var study = ExampleStudy.Of(Plan.MaximumCount / 4 + 1);
        var series = study.Series[0];

        Refused(
            $"the plan is too large: 2500000001 parameter sets x 4 runs each; {Remedy}",
            ExampleStudy.Of(study.Definition.Strategies, [series, series], Window.All, ExampleStudy.Bars(0, 50)));
    }

    [Fact]
    public void AProductBeyond64BitsIsRefused() => Refused(
        $"the plan is too large: more than 9 x 10^18; {Remedy}",
        Entries([ExampleStudy.Range("lag", 1, Huge), ExampleStudy.Range("margin", 1, Huge)]));

    [Fact]
    public void ASumBeyond64BitsIsRefusedAlsoWhereASearchWouldChooseAFew()
    {
        ParameterAxis[] axes = [ExampleStudy.Range("lag", 1, 2_000_000_000), ExampleStudy.Range("margin", 1, 3_000_000_000)];
        var study = Entries(axes, axes);

        Refused($"the plan is too large: 9223372036854775807 parameter sets x 1 runs each; {Remedy}", study);
        Refused(
            $"the plan is too large: more than 9 x 10^18; {Remedy}",
            study.With(definition => definition with { Search = new RandomSearch(1000, 7) }));
    }

    [Fact]
    public void ALimitOrASearchMakesALargeGridSmall()
    {
        var study = Entries([ExampleStudy.Range("lag", 1, Million), ExampleStudy.Range("margin", 1, Million)]);

        Assert.Equal(1000, new Plan(study.With(definition => definition with { Limit = 1000 })).Count);
        Assert.Equal(1000, new Plan(study.With(definition => definition with { Search = new RandomSearch(1000, 7) })).Count);
    }

    [Fact]
    public void AConditionOnTooManyCombinationsNamesItsStrategy() => Refused(
        "strategy lag: a condition is evaluated on at most 1000000000 combinations, not on 1000000001",
        ExampleStudy.Of(1_000_000_001, where: "lag > 5"));

    [Fact]
    public void AParameterThatIsNotDeclaredNamesItsStrategy() => Assert.StartsWith(
        "strategy lag: no parameter 'leg' is declared",
        Assert.Throws<StudyException>(() => new Plan(Entries([ExampleStudy.Range("leg", 1, 2)]))).Message);

    [Theory]
    [InlineData(100, 200)]
    [InlineData(50, 50)]
    public void AWindowWithoutBarsIsRefused(int from, int to)
    {
        var study = ExampleStudy.Of(bars: 100);

        Refused(
            $"window {from}..{to} holds no bar of TEST",
            study.With(definition => definition with { Windows = [Window.All, ExampleStudy.Bars(from, to)] }));
    }

    private static Study Entries(params ParameterAxis[][] entries) => ExampleStudy.Of(
        [.. entries.Select(axes => new StrategyEntry("lag", null, axes, null))], [ExampleBars.Random(100, 3)], Window.All);

    private static void Refused(string message, Study study) =>
        Assert.Equal(message, Assert.Throws<StudyException>(() => new Plan(study)).Message);
}
