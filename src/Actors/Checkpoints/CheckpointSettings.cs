namespace Backtest.Actors.Checkpoints;

/// <summary>How results are written; <c>hocon/backtest.conf</c> documents each.</summary>
/// <param name="Linger">Results wait no longer than this for their batch to fill.</param>
/// <param name="RestartAfter">A checkpoint that stopped is started again after this time, then after twice as long, and so on.</param>
/// <param name="RestartAfterAtMost">The longest of these times.</param>
internal sealed record CheckpointSettings(TimeSpan Linger, TimeSpan RestartAfter, TimeSpan RestartAfterAtMost);
