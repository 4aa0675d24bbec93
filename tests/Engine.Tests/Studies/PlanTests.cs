using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Studies;

public sealed class PlanTests
{
    [Fact]
    public void AnIndexIsStrategyThenParametersThenDataThenWindow()
    {
        var study = ExampleStudy.Of(
            [Entry("lag", 2), Entry("other", 1)], [ExampleBars.Random(50, 1), ExampleBars.Random(50, 2)], Window.All, ExampleStudy.Bars(10, 20));
        var plan = new Plan(study);

        var reader = plan.CreateReader();
        var read = Enumerable.Range(0, (int)plan.Count).Select(index => reader.Read(index))
            .Select(backtest => (backtest.Index, backtest.Strategy, Lag: backtest.Parameters.Whole("lag"), backtest.DataSet, backtest.Window));

        Assert.Equal((3, 12), (plan.SetCount, plan.Count));
        Assert.Equal(
            [
                (0, 0, 1, 0, 0), (1, 0, 1, 0, 1), (2, 0, 1, 1, 0), (3, 0, 1, 1, 1),
                (4, 0, 2, 0, 0), (5, 0, 2, 0, 1), (6, 0, 2, 1, 0), (7, 0, 2, 1, 1),
                (8, 1, 1, 0, 0), (9, 1, 1, 0, 1), (10, 1, 1, 1, 0), (11, 1, 1, 1, 1),
            ],
            read);
    }

    [Fact]
    public void ALimitKeepsTheFirstSetsOverAllStrategies() => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Long[1, 50], Gen.Bool).Sample(
        (first, second, limit, conditional) =>
        {
            var where = conditional ? new Expression("lag != 2") : null;
            var study = ExampleStudy.Of([Entry("lag", first) with { Where = where }, Entry("other", second)], [ExampleBars.Random(9, 1)], Window.All);

            var limited = Sets(study.With(definition => definition with { Limit = limit }));

            Assert.Equal(Sets(study).Take((int)limit), limited);
        });

    [Fact]
    public void ASearchChoosesSetsOfThePlanOnceEachAndALongerOneBeginsTheSame() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[1, 30], Gen.Int[1, 80], Gen.Int[1, 80], Gen.ULong).Sample((first, second, one, other, seed) =>
        {
            var study = ExampleStudy.Of(
                [Entry("lag", first), Entry("other", second) with { Where = new Expression("lag < 20") }], [ExampleBars.Random(9, 1)], Window.All);
            string[] Search(int count) => Sets(study.With(definition => definition with { Search = new RandomSearch(count, seed) }));
            var (all, shorter, longer) = (Sets(study), Search(Math.Min(one, other)), Search(Math.Max(one, other)));

            Assert.Equal(Math.Min(all.Length, Math.Max(one, other)), longer.Length);
            Assert.Equal(longer.Length, longer.Distinct().Count());
            Assert.Subset(all.ToHashSet(), longer.ToHashSet());
            Assert.Equal(shorter, longer.Take(shorter.Length));
        });

    [Fact]
    public void TenMillionBacktestsArePlannedInAFewMegabytes()
    {
        var axes = new[] { ExampleStudy.Range("lag", 1, 4500), ExampleStudy.Range("margin", 1, 4500) };
        var study = ExampleStudy.Of(
            [new StrategyEntry("lag", null, axes, new Expression("lag < margin"))], [ExampleBars.Random(1000, 1)], Window.All);
        new Plan(ExampleStudy.Of()).CreateReader().Read(0);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var plan = new Plan(study);
        var reader = plan.CreateReader();
        var read = Enumerable.Range(0, 1000).Select(at => reader.Read(at * (plan.Count - 1) / 999).Parameters.ToString()).ToArray();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(4500 * 4499 / 2, plan.Count);
        Assert.Equal(("lag=1 margin=2 mode=none", "lag=4499 margin=4500 mode=none"), (read[0], read[^1]));
        Assert.True(allocated < 10_000_000, $"{allocated} bytes for {plan.Count} backtests: a condition costs a bit each, a backtest nothing");
    }

    private static StrategyEntry Entry(string name, int lags) => new(name, null, [ExampleStudy.Range("lag", 1, lags)], null);

    private static string[] Sets(Study study)
    {
        var plan = new Plan(study);
        var reader = plan.CreateReader();
        return [.. Enumerable.Range(0, (int)plan.Count).Select(index => reader.Read(index)).Select(one => $"{one.Strategy} {one.Parameters}")];
    }
}
