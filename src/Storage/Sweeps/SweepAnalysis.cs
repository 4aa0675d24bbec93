using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Statistics.Sweeps;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Storage.Results;

namespace Backtest.Storage.Sweeps;

/// <summary>Computes the statistics of a sweep.</summary>
public static class SweepAnalysis
{
    /// <summary>Computes them: a sample of the trials is run again, everything else comes from what is recorded. The outcome depends on the results
    /// and the options alone, not on the number of threads.</summary>
    /// <param name="table">The results.</param>
    /// <param name="trials">The trials.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public static SweepReport Run(ResultTable table, SweepTrials trials, SweepOptions options, CancellationToken cancellation = default)
    {
        var loop = ParallelLoop.Of(options.Threads, cancellation);
        var (best, account) = (trials.Best, table.Plan.Accounts[trials.Best.DataSetAt]);
        var runner = new BacktestRunner(table.Plan, new ColumnCache());
        var replay = runner.Replay(best.Index);
        var (returns, slice) = (SimpleReturns.Of(account.Capital, replay.Equity), replay.Backtest.Slice);
        var bootstrap = new StationaryBootstrap(returns.Length, options.Block ?? StationaryBootstrap.UsualBlock(returns.Length), options.Seed);
        var sample = SweepReturns.Of(table, trials.Sample(Math.Min(options.Sample, SweepReturns.Most(returns.Length)), options.Seed), loop);
        var hold = BenchmarkCurve.Of(slice.Series, slice.CloseTimes[slice.First..]).Returns;
        var cash = new double[returns.Length];
        Array.Fill(cash, account.RiskFreePerBar);
        var intervals = BootstrapInterval.Of(
            returns, account.PeriodsPerYear, account.RiskFreePerBar, bootstrap, options.Draws, options.Confidence, loop);
        var factors = TradeOrder.Factors(runner.Trades, replay.Equity, slice.First, account.Capital);
        var value = options.Metric.Of(best.Metrics);
        var report = new SweepReport(
            best, options.Metric.Name, value, trials.Positions.Count, sample.Matrix.Count, sample.Different, returns.Length, bootstrap.Block)
        {
            Overfitting = BacktestOverfitting.Of(sample.Matrix, account.RiskFreePerBar, options.Blocks, loop),
            AgainstCash = DataSnooping.Of(sample.Matrix, cash, bootstrap, options.Draws, loop),
            AgainstHolding = DataSnooping.Of(sample.Matrix, hold, bootstrap, options.Draws, loop),
            SharpeInterval = intervals.Sharpe,
            GrowthInterval = intervals.Growth,
            BarOrder = BarPermutation.Test(table.Plan, best.Index, options.Metric, value, options.Permutations, options.Seed, loop),
            TradeOrder = TradeOrder.Test(factors, options.Draws, options.Seed, loop),
            Plateau = PlateauOf(table, trials, options.Metric),
        };
        return WithSharpe(report, table, trials, sample.Matrix, account, ReturnMoments.Of(returns));
    }

    private static SweepReport WithSharpe(
        SweepReport report, ResultTable table, SweepTrials trials, ReturnMatrix matrix, AccountSettings account, in ReturnMoments best)
    {
        var (root, riskFree) = (Math.Sqrt(account.PeriodsPerYear), account.RiskFreePerBar);
        var (deviation, correlation) = (trials.SharpeDeviation(table), matrix.MeanCorrelation());
        var effective = DeflatedSharpe.EffectiveTrials(correlation, trials.Positions.Count);
        return report with
        {
            Sharpe = best.Sharpe(riskFree) * root,
            ProbabilisticSharpe = ProbabilisticSharpe.Of(in best, 0, riskFree),
            MinimumLength = ProbabilisticSharpe.MinimumLength(in best, 0, riskFree),
            SharpeDeviation = deviation * root,
            Correlation = correlation,
            EffectiveTrials = effective,
            ExpectedSharpe = DeflatedSharpe.ExpectedMaximum(deviation, trials.Positions.Count) * root,
            ExpectedSharpeOfEffective = DeflatedSharpe.ExpectedMaximum(deviation, effective) * root,
            Deflated = DeflatedSharpe.Of(in best, deviation, trials.Positions.Count, riskFree),
            DeflatedOfEffective = DeflatedSharpe.Of(in best, deviation, effective, riskFree),
        };
    }

    private static Plateau PlateauOf(ResultTable table, SweepTrials trials, Metric metric)
    {
        var best = trials.Best;
        var entry = table.Plan.Study.Definition.Strategies[best.StrategyAt];
        var neighbours = new GridNeighbours(
            best.Declarations, entry.Axes, [.. Enumerable.Range(0, best.Declarations.Count).Select(best.Parameter)]);
        var values = table.At(trials.Positions)
            .Where(row => row.StrategyAt == best.StrategyAt && neighbours.Has(row.Parameter))
            .Select(row => metric.Of(row.Metrics));
        return Plateau.Of(metric.Of(best.Metrics), values, metric);
    }
}
