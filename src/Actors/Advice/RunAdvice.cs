namespace Backtest.Actors.Advice;

/// <summary>The three numbers that a run needs.</summary>
/// <param name="Workers">Workers; 1 is sequential, in the caller's thread.</param>
/// <param name="BatchSize">Backtests handed out together.</param>
/// <param name="CheckpointBatchSize">Results recorded together.</param>
public sealed record RunAdvice(int Workers, int BatchSize, int CheckpointBatchSize);
