using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

public sealed class DeflatedSharpeTests
{
    /// <summary>The worked example of Bailey and López de Prado (2014): five years of 250 days, an annualised ratio of 2.5, skewness -3, kurtosis 10,
    /// a variance of the trials' annualised ratios of 1/2. They print 0.1132 and 0.9004 for 100 trials, 0.9505 for 46; the other digits are
    /// R's.</summary>
    [Theory]
    [InlineData(100, 0.11317200186513214, 0.90039683444939045)]
    [InlineData(46, 0.10036237061765357, 0.95050170687557867)]
    [InlineData(88, 0.11114576178358426, 0.91015301474470711)]
    public void TheWorkedExampleOfThePaper(int trials, double expected, double deflated)
    {
        var deviation = Math.Sqrt(0.5 / 250);
        var best = new ReturnMoments(1250, 2.5 / Math.Sqrt(250), 1, -3, 10);

        Near.Equal(expected, DeflatedSharpe.ExpectedMaximum(deviation, trials), "expected maximum", 1e-12);
        Near.Equal(deflated, DeflatedSharpe.Of(in best, deviation, trials), "deflated", 1e-12);
    }

    [Fact]
    public void TheExpectedMaximumIsThatOfSeededNoise()
    {
        var random = new SeededRandom(11);
        var means = Enumerable.Range(0, 4000).Average(_ => Enumerable.Range(0, 50).Max(_ => random.NextNormal()));

        Assert.InRange(DeflatedSharpe.ExpectedMaximum(1, 50), means - 0.05, means + 0.05);
    }

    [Theory]
    [InlineData(1, 100, 1)]
    [InlineData(0, 100, 100)]
    [InlineData(0.5, 100, 50.5)]
    [InlineData(-0.3, 100, 100)]
    [InlineData(double.NaN, 100, 100)]
    public void CorrelatedTrialsAreWorthFewer(double correlation, double trials, double expected) =>
        Assert.Equal(expected, DeflatedSharpe.EffectiveTrials(correlation, trials), 12);

    [Fact]
    public void OneTrialIsNotDeflated()
    {
        var best = new ReturnMoments(500, 0.1, 1, 0, 3);

        Assert.Equal(ProbabilisticSharpe.Of(in best, 0), DeflatedSharpe.Of(in best, double.NaN, 1));
    }
}
