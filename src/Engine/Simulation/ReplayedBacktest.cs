using Backtest.Engine.Execution;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Simulation;

/// <summary>A backtest that was run again for someone who looks at it.</summary>
/// <param name="Backtest">The backtest.</param>
/// <param name="Metrics">Its metrics.</param>
/// <param name="Equity">Its equity at each close of the window.</param>
public sealed record ReplayedBacktest(PlannedBacktest Backtest, Metrics Metrics, double[] Equity)
{
    /// <summary>The orders that were rejected; of a strategy that decides by columns, only where it was run bar by bar.</summary>
    public required OrderLog Log { get; init; }
}
