namespace Backtest.Actors.Supervision;

/// <summary>The right to run a range.</summary>
/// <param name="Id">Unique in a run.</param>
/// <param name="Range">The backtests.</param>
/// <param name="Attempt">1 where the range was never handed out before.</param>
public sealed record Lease(long Id, IndexRange Range, int Attempt);
