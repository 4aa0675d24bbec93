using System.Runtime.ExceptionServices;
using Backtest.Engine.Execution;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Simulation;

/// <summary>Runs backtests of a plan, for one worker: buffers and strategy instances are its own, bars and indicator columns are shared.</summary>
/// <param name="plan">The plan.</param>
/// <param name="columns">The node's cache of indicator columns.</param>
/// <param name="onStage">Called as each stage begins; null where nobody measures.</param>
public sealed class BacktestRunner(Plan plan, ColumnCache columns, Action<RunStage>? onStage = null)
{
    private readonly PlanReader _reader = plan.CreateReader();
    private readonly SignalColumns _signals = new();
    private readonly SignalSimulation _simulation = new();
    private readonly CanonicalHasher _hasher = new();

    /// <summary>The trades of the last backtest.</summary>
    public IReadOnlyList<Trade> Trades => _simulation.Trades;

    /// <summary>The backtest at <paramref name="index"/>, not run.</summary>
    public PlannedBacktest Read(long index) => _reader.Read(index);

    /// <summary>Runs the backtest at <paramref name="index"/>. An exception of the strategy is a failed result, not an exception.</summary>
    public BacktestResult Run(long index)
    {
        onStage?.Invoke(RunStage.Plan);
        var backtest = _reader.Read(index);
        try
        {
            var metrics = Simulate(in backtest, null);
            onStage?.Invoke(RunStage.Result);
            return BacktestResult.Done(backtest.Key, in metrics, _hasher);
        }
        catch (Exception exception)
        {
            return BacktestResult.Ended(backtest.Key, ResultStatus.Failed, BacktestError.Of(exception), _hasher);
        }
    }

    /// <summary>Runs the backtest at <paramref name="index"/> and lets the strategy's exceptions through.</summary>
    /// <returns>The backtest, its metrics, and its equity at each close of the window.</returns>
    public (PlannedBacktest Backtest, Metrics Metrics, double[] Equity) Replay(long index)
    {
        var backtest = _reader.Read(index);
        var equity = new double[backtest.Slice.WindowCount];
        return (backtest, Simulate(in backtest, equity), equity);
    }

    private Metrics Simulate(in PlannedBacktest backtest, double[]? equity)
    {
        if (backtest.WarmUpFailure is { } failure) ExceptionDispatchInfo.Throw(failure);
        onStage?.Invoke(RunStage.Signals);
        _signals.Reset(backtest.Slice.Count);
        _reader.Strategy(backtest.Strategy).WriteSignals(new MarketView(backtest.Slice, columns), backtest.Parameters, _signals);
        onStage?.Invoke(RunStage.Simulation);
        return _simulation.Run(backtest.Slice, _signals, backtest.Account, backtest.Rules, equity);
    }
}
