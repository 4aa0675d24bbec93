using System.Globalization;
using Backtest.Actors.Running;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies.Stages;

namespace Backtest.Actors.Nodes;

/// <summary>What the workers of a node share in a run: read-only, or made for several threads.</summary>
/// <param name="NodeName">The node's name.</param>
/// <param name="Stage">The backtests that are run.</param>
/// <param name="Settings">The node's settings.</param>
/// <param name="Clock">The clock.</param>
internal sealed record NodeWork(string NodeName, PlanStage Stage, NodeSettings Settings, TimeProvider Clock)
{
    private int _workersNamed;

    /// <summary>The ranges that wait.</summary>
    public RangeQueue Queue { get; } = new();

    /// <summary>The cache of indicator columns.</summary>
    public ColumnCache Columns { get; init; } = new(Settings.ColumnCacheBytes);

    /// <summary>The user's function around each backtest; null for none.</summary>
    public BacktestHook? Hook { get; init; }

    /// <summary>Where stage times are summed; null where nobody measures.</summary>
    public RunProfile? Profile { get; init; }

    /// <summary>How long one backtest may take.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary><c>worker-1</c>, <c>worker-2</c> and so on.</summary>
    public string NextWorkerName() => string.Create(CultureInfo.InvariantCulture, $"worker-{Interlocked.Increment(ref _workersNamed)}");
}
