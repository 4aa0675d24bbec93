using Backtest.Engine.Checks;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Checks;

public sealed class CheckSampleTests
{
    [Fact]
    public void EachPartOfThePlanGivesOne()
    {
        var sample = CheckSample.Of(new Plan(ExampleStudy.Of(lags: 50)), 5, seed: 1);

        Assert.Equal(5, sample.Count);
        for (var part = 0; part < 5; part++) Assert.InRange(sample[part], part * 10, part * 10 + 9);
    }

    [Fact]
    public void TheSeedChooses()
    {
        var plan = new Plan(ExampleStudy.Of(lags: 1000));

        Assert.Equal(CheckSample.Of(plan, 10, 3), CheckSample.Of(plan, 10, 3));
        Assert.NotEqual(CheckSample.Of(plan, 10, 3), CheckSample.Of(plan, 10, 4));
    }

    [Fact]
    public void ASmallPlanIsCheckedWhole() => Assert.Equal([0, 1, 2], CheckSample.Of(new Plan(ExampleStudy.Of(lags: 3)), 10, 1));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AStrategyWithFewSetsIsNotForgotten(bool search)
    {
        StrategyEntry[] entries =
        [
            new("first", null, [ExampleStudy.Range("lag", 1, 3)], null),
            new("large", null, [ExampleStudy.Range("lag", 1, 500)], null),
            new("last", null, [ExampleStudy.Range("lag", 1, 2)], null),
        ];
        var study = ExampleStudy.Of(entries, [ExampleBars.Random(100, 3)], Window.All);
        if (search) study = study.With(definition => definition with { Search = new RandomSearch(505, 7) });
        var plan = new Plan(study);

        var sample = CheckSample.Of(plan, 4, 1);

        var reader = plan.CreateReader();
        Assert.Equal([0, 1, 2], sample.Select(index => reader.Read(index).Strategy).Distinct().Order());
        Assert.Equal(sample.Order(), sample);
    }
}
