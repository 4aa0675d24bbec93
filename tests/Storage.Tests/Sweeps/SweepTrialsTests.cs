using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Storage.Results;
using Backtest.Storage.Sweeps;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Sweeps;

public sealed class SweepTrialsTests : IDisposable
{
    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void TheyAreThoseOnTheBestsDataAndWindow()
    {
        var table = SweepStudy.Run(_journal, SweepStudy.Plan());
        var trials = SweepTrials.Of(table, new ResultQuery(), Metric.Find("sharpe")!)!;

        Assert.Equal(Enumerable.Range(0, table.Count).Max(position => table[position].Metrics.Sharpe), trials.Best.Metrics.Sharpe);
        Assert.Equal(SweepStudy.Sets, trials.Positions.Count);
        Assert.All(trials.Positions, position => Assert.Equal(
            (trials.Best.Symbol, trials.Best.Window), (table[position].Symbol, table[position].Window)));
    }

    [Fact]
    public void OnesThatFailedAreNoTrialsAndAConditionNarrowsThem()
    {
        var plan = SweepStudy.Plan();
        var table = SweepStudy.Run(_journal, plan, index => index % 5 == 0 ? ResultStudy.Failed(plan, index) : null);
        var query = new ResultQuery(Where: new Expression("symbol == 'UP' and window == 'second'"));

        var trials = SweepTrials.Of(table, query, Metric.Find("max_drawdown_bars")!)!;

        Assert.Equal(("UP", "second"), (trials.Best.Symbol, trials.Best.Window));
        Assert.Equal(trials.Positions.Min(position => table[position].Metrics.MaxDrawdownBars), trials.Best.Metrics.MaxDrawdownBars);
        Assert.All(trials.Positions, position => Assert.Equal(ResultStatus.Done, table[position].Status));
    }

    [Fact]
    public void WhereNothingHasTheMetricThereAreNone()
    {
        var plan = SweepStudy.Plan();

        var table = SweepStudy.Run(_journal, plan, index => ResultStudy.Failed(plan, index));

        Assert.Null(SweepTrials.Of(table, new ResultQuery(), Metric.Find("sharpe")!));
    }

    [Fact]
    public void ASampleHoldsTheBestAndDependsOnTheSeedAlone()
    {
        var table = SweepStudy.Run(_journal, SweepStudy.Plan());
        var trials = SweepTrials.Of(table, new ResultQuery(), Metric.Find("sharpe")!)!;

        for (var seed = 1UL; seed <= 20; seed++)
        {
            var sample = trials.Sample(10, seed);
            Assert.Equal(10, sample.Distinct().Count());
            Assert.Equal(sample.Order(), sample);
            Assert.Contains(trials.Best.Position, sample);
            Assert.Equal(sample, trials.Sample(10, seed));
        }

        Assert.NotEqual(trials.Sample(10, 1), trials.Sample(10, 2));
        Assert.Equal(trials.Positions, trials.Sample(1000, 1));
    }
}
