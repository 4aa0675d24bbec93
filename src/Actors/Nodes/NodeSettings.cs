namespace Backtest.Actors.Nodes;

/// <summary>How a node works; <c>hocon/backtest.conf</c> documents each.</summary>
/// <param name="AliveInterval">How often a node says that it is alive, looks for backtests that time out and for results to send again.</param>
/// <param name="ResendAfter">Results that are not acknowledged for so long are sent again.</param>
/// <param name="ChunkInterval">A worker hands results on at least so often.</param>
/// <param name="UnrecordedLimit">With so many results not acknowledged a node asks for no more work.</param>
/// <param name="ColumnCacheBytes">The cache of indicator columns holds no more than this.</param>
internal sealed record NodeSettings(
    TimeSpan AliveInterval, TimeSpan ResendAfter, TimeSpan ChunkInterval, int UnrecordedLimit, long ColumnCacheBytes);
