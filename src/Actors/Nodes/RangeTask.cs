using Backtest.Actors.Supervision;

namespace Backtest.Actors.Nodes;

/// <summary>A range, or what is left of one, that waits for a worker of this node.</summary>
/// <param name="LeaseId">The lease it belongs to.</param>
/// <param name="Range">The backtests.</param>
/// <param name="Attempt">The lease's attempt.</param>
internal sealed record RangeTask(long LeaseId, IndexRange Range, int Attempt);
