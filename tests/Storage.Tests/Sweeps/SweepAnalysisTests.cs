using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Storage.Results;
using Backtest.Storage.Sweeps;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Sweeps;

public sealed class SweepAnalysisTests : IDisposable
{
    private static readonly SweepOptions Options = new(Metric.Find("sharpe")!) { Sample = 20, Draws = 60, Permutations = 30, Blocks = 6, Seed = 3 };

    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void TheReportIsTheSameForAnyNumberOfThreads()
    {
        var table = SweepStudy.Run(_journal, SweepStudy.Plan());

        var one = Run(table, Options with { Threads = 1 });

        foreach (var threads in new[] { 2, 7 }) Same(one, Run(table, Options with { Threads = threads }));
        Assert.NotEqual(one.SharpeInterval, Run(table, Options with { Seed = 4 }).SharpeInterval);
    }

    [Fact]
    public void SharpeFiguresFollowFromAllTrialsAndTheReturnsOfTheBest()
    {
        var table = SweepStudy.Run(_journal, SweepStudy.Plan());
        var report = Run(table, Options);
        var trials = SweepTrials.Of(table, new ResultQuery(), Options.Metric)!;
        var ratios = trials.Positions.Select(position => table[position].Metrics.Sharpe).ToArray();

        Assert.Equal((48, 20, 0), (report.Trials, report.Sampled, report.Different));
        Assert.Equal(report.Best.Metrics.Sharpe, report.Sharpe, 8);
        Assert.Equal(report.Value, report.Sharpe, 8);
        Assert.Equal(ReturnMoments.Of(ratios).Deviation, report.SharpeDeviation, 8);
        Assert.Equal(DeflatedSharpe.ExpectedMaximum(report.SharpeDeviation, 48), report.ExpectedSharpe, 8);
        Assert.Equal(DeflatedSharpe.EffectiveTrials(report.Correlation, 48), report.EffectiveTrials);
        Assert.InRange(report.SharpeInterval.Lower, -10, report.Sharpe);
        Assert.InRange(report.SharpeInterval.Upper, report.Sharpe, 20);
        Assert.True(report.Deflated <= report.DeflatedOfEffective && report.DeflatedOfEffective <= report.ProbabilisticSharpe);
    }

    [Fact]
    public void NeighboursAreThoseInTheGrid()
    {
        var table = SweepStudy.Run(_journal, SweepStudy.Plan());
        var report = Run(table, Options);
        var (fast, slow) = (report.Best.Parameter(0).Number, report.Best.Parameter(1).Number);
        var near = SweepTrials.Of(table, new ResultQuery(), Options.Metric)!.Positions.Select(position => table[position])
            .Where(row => Math.Abs(row.Parameter(0).Number - fast) <= 1 && Math.Abs(row.Parameter(1).Number - slow) <= 1)
            .Where(row => row.Index != report.Best.Index)
            .Select(row => row.Metrics.Sharpe).ToArray();

        Assert.Equal(near.Length, report.Plateau.Neighbours);
        Assert.Equal(near.Average(), report.Plateau.Mean, 10);
        Assert.Equal(near.Min(), report.Plateau.Worst);
    }

    [Fact]
    public void WhatIsNoLongerWhatIsRecordedIsCounted()
    {
        var plan = SweepStudy.Plan();
        var table = SweepStudy.Run(_journal, plan, index => index % 2 == 0 ? ResultStudy.Done(plan, index, sharpe: 99) : null);

        Assert.InRange(Run(table, Options with { Sample = 48 }).Different, 1, 48);
    }

    [Fact]
    public void PermutedBarsAreRunWithTheRulesOfTheBacktest()
    {
        var plan = SweepStudy.Plan();
        var bars = Metric.Find("bars")!;

        var test = BarPermutation.Test(plan, 4, bars, plan.CreateReader().Read(4).Slice.WindowCount, 9, 1, IndexLoops.Sequential);
        var returns = BarPermutation.Test(plan, 4, Metric.Find("total_return")!, 0, 25, 1, ParallelLoop.Of());

        Assert.Equal((1.0, 9), (test.Probability, test.Sorted.Length));
        Assert.Equal(25, returns.Sorted.Length);
        Assert.Equal(25, returns.Sorted.Distinct().Count());
        Assert.Equal(returns.Sorted, BarPermutation.Test(plan, 4, Metric.Find("total_return")!, 0, 25, 1, ParallelLoop.Of(1)).Sorted);
    }

    private static SweepReport Run(ResultTable table, SweepOptions options) =>
        SweepAnalysis.Run(table, SweepTrials.Of(table, new ResultQuery(), options.Metric)!, options);

    /// <summary>Records compare lists by place, so that what holds one is compared by its content.</summary>
    private static void Same(SweepReport expected, SweepReport actual)
    {
        Assert.Equal(expected.BarOrder.Sorted, actual.BarOrder.Sorted);
        Assert.Equal(expected.TradeOrder?.Sorted, actual.TradeOrder?.Sorted);
        Assert.Equal(
            expected with { BarOrder = actual.BarOrder, TradeOrder = actual.TradeOrder, Best = actual.Best }, actual);
        Assert.Equal(expected.Best.Index, actual.Best.Index);
    }
}
