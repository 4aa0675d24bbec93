namespace Backtest.Actors.Supervision;

/// <summary>Decides how many backtests are handed out together. Automatic: about a quarter of a second of work, never less than the batch
/// size, and towards the end no more than a fair share of what is left, so that all workers finish together.</summary>
/// <param name="BatchSize">The lower bound; the exact size where <paramref name="Exact"/>.</param>
/// <param name="Exact">True where the user chose the size.</param>
/// <param name="Target">The duration aimed at.</param>
public sealed record RangeSizing(int BatchSize, bool Exact, TimeSpan Target)
{
    private const double NewWeight = 0.3;
    private const long Most = 100_000;

    /// <summary>Mean time of one backtest so far; null before the first is known.</summary>
    public TimeSpan? PerBacktest { get; init; }

    /// <summary>Takes in that <paramref name="count"/> backtests took <paramref name="busy"/>.</summary>
    public RangeSizing Learn(long count, TimeSpan busy)
    {
        if (Exact || count <= 0 || busy <= TimeSpan.Zero) return this;
        var seen = busy / count;
        return this with { PerBacktest = PerBacktest is { } mean ? mean + (seen - mean) * NewWeight : seen };
    }

    /// <summary>The size of the next range.</summary>
    /// <param name="left">Backtests not yet leased; 1 or more.</param>
    /// <param name="workers">Workers of all nodes.</param>
    public long Next(long left, int workers)
    {
        if (Exact) return Math.Min(BatchSize, left);
        var byTime = PerBacktest is { } one && one > TimeSpan.Zero ? (long)(Target / one) : BatchSize;
        var share = Math.Max(1, left / (2 * Math.Max(1, workers)));
        return Math.Min(Math.Min(Math.Clamp(byTime, BatchSize, Most), share), left);
    }
}
