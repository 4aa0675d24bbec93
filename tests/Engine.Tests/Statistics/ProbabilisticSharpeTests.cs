using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Statistics;

public sealed class ProbabilisticSharpeTests
{
    [Fact]
    public void OfNormalReturnsItIsTheProbabilityOfLosAsymptotics()
    {
        // Lo (2002): the variance of a Sharpe ratio of normal returns is (1 + SR^2 / 2) / n.
        var returns = new ReturnMoments(101, 0.1, 1, 0, 3);

        Near.Equal(NormalDistribution.Probability(0.1 * 10 / Math.Sqrt(1.005)), ProbabilisticSharpe.Of(in returns, 0), "psr", 1e-14);
    }

    [Fact]
    public void TheMinimumLengthIsThatAtWhichTheProbabilityReachesTheConfidence()
    {
        var returns = new ReturnMoments(500, 0.08, 1, -0.5, 5);
        var length = ProbabilisticSharpe.MinimumLength(in returns, 0.01, 0.005);

        // A track record of that length, were it whole, has exactly that probability.
        var sharpe = returns.Sharpe(0.005);
        var spread = Math.Sqrt(1 + 0.5 * sharpe + sharpe * sharpe);
        Near.Equal(0.95, NormalDistribution.Probability((sharpe - 0.01) * Math.Sqrt(length - 1) / spread), "confidence", 1e-12);
        Assert.Equal(double.NaN, ProbabilisticSharpe.MinimumLength(in returns, 0.2));
    }

    [Fact]
    public void WhatDoesNotMoveHasNone() => Assert.Equal(double.NaN, ProbabilisticSharpe.Of(ReturnMoments.Of([0, 0, 0]), 0));
}
