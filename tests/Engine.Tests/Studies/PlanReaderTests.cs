using Backtest.Engine.Studies;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Studies;

public sealed class PlanReaderTests
{
    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(2, null, 2)]
    [InlineData(5, null, 8)]
    [InlineData(33, null, 50)]
    [InlineData(5, 0, 0)]
    [InlineData(5, 3, 3)]
    [InlineData(5, 60, 50)]
    public void TheWarmUpIsARoundNumberOfBarsBeforeTheWindowOrWhatTheStudySays(int lag, int? given, int bars)
    {
        var study = ExampleStudy.Of(lag).With(definition => definition with { Windows = [ExampleStudy.Bars(50, 80)], WarmUpBars = given });

        var slice = new Plan(study).CreateReader().Read(lag - 1).Slice;

        Assert.Equal((bars, 30), (slice.First, slice.WindowCount));
        Assert.Equal(study.Series[0].CloseTimes[50 - bars], slice.CloseTimes[0]);
    }

    [Theory]
    [InlineData("greedy", 50)]
    [InlineData("negative", 0)]
    [InlineData("warm-up", 0)]
    public void AStrategyThatAsksForTooMuchTooLittleOrFailsIsReadAllTheSame(string mode, int bars)
    {
        var study = ExampleStudy.Of(1, mode: mode).With(definition => definition with { Windows = [ExampleStudy.Bars(50, 80)] });

        var backtest = new Plan(study).CreateReader().Read(0);

        Assert.Equal(bars, backtest.Slice.First);
        Assert.Equal(mode == "warm-up", backtest.WarmUpFailure is not null);
    }

    [Fact]
    public void BacktestsOfOneWindowShareTheirSlice()
    {
        var plan = new Plan(ExampleStudy.Of(8).With(definition => definition with { Windows = [ExampleStudy.Bars(50, 80)] }));

        Assert.Same(plan.CreateReader().Read(5).Slice, plan.CreateReader().Read(7).Slice);
    }

    [Fact]
    public void EveryReaderHasStrategiesAndParametersOfItsOwn()
    {
        var plan = new Plan(ExampleStudy.Of());
        PlanReader one = plan.CreateReader(), other = plan.CreateReader();

        var first = one.Read(0);
        other.Read(4);

        Assert.Equal(1, first.Parameters.Whole("lag"));
        Assert.NotSame(one.Strategy(0), other.Strategy(0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void AnIndexOutsideThePlanIsRefused(long index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Plan(ExampleStudy.Of()).CreateReader().Read(index));
}
