using System.Runtime.ExceptionServices;
using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
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
    private readonly SignalSimulation _bySignals = new();
    private readonly BarSimulation _byBars = new();
    private readonly CanonicalHasher _hasher = new();
    private readonly PortfolioRunner _byAccount = new(plan, columns, onStage);
    private Kind _ran;

    private enum Kind
    {
        Signals,
        Bars,
        Account,
    }

    /// <summary>The trades of the last backtest.</summary>
    public IReadOnlyList<Trade> Trades => _ran switch
    {
        Kind.Signals => _bySignals.Trades,
        Kind.Bars => _byBars.Trades,
        _ => _byAccount.Trades,
    };

    private OrderLog Log => _ran switch
    {
        Kind.Signals => new OrderLog(),
        Kind.Bars => _byBars.Log,
        _ => _byAccount.Log,
    };

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
    /// <param name="index">Its index in the plan.</param>
    /// <param name="bars">Bars to run it on in place of its own; null for its own.</param>
    public ReplayedBacktest Replay(long index, BarSlice? bars = null)
    {
        var backtest = _reader.Read(index);
        if (bars is not null) backtest = backtest with { Slice = bars };
        var equity = new double[backtest.Slice.WindowCount];
        return new ReplayedBacktest(backtest, Simulate(in backtest, equity), equity) { Log = Log };
    }

    private Metrics Simulate(in PlannedBacktest backtest, double[]? equity)
    {
        if (backtest.WarmUpFailure is { } failure) ExceptionDispatchInfo.Throw(failure);
        var strategy = _reader.Strategy(backtest.Strategy);
        if (PortfolioRunner.Runs(strategy, in backtest))
        {
            _ran = Kind.Account;
            return _byAccount.Run(strategy, in backtest, equity);
        }

        if (strategy is IBarStrategy byBars) return RunByBars(byBars, in backtest, equity);
        onStage?.Invoke(RunStage.Signals);
        _signals.Reset(backtest.Slice.Count);
        var bySignals = (ISignalStrategy)strategy;
        bySignals.WriteSignals(new MarketView(backtest.Slice, columns), backtest.Parameters, _signals);
        if (backtest.Rules.VolumeLimit > 0) return RunByBars(new SignalPlayer(bySignals, _signals), in backtest, equity);
        onStage?.Invoke(RunStage.Simulation);
        _ran = Kind.Signals;
        return _bySignals.Run(backtest.Slice, _signals, backtest.Account, backtest.Rules, equity);
    }

    private Metrics RunByBars(IBarStrategy strategy, in PlannedBacktest backtest, double[]? equity)
    {
        onStage?.Invoke(RunStage.Simulation);
        _ran = Kind.Bars;
        return _byBars.Run(backtest.Slice, strategy, backtest.Parameters, backtest.Account, backtest.Rules, equity);
    }
}
