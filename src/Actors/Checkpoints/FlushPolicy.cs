namespace Backtest.Actors.Checkpoints;

/// <summary>Decides when collected results are written, and how many at a time.</summary>
/// <param name="BatchSize">Results written together; the lower bound where not <paramref name="Exact"/>.</param>
/// <param name="Exact">True where the user chose the size: every batch but the last has it.</param>
/// <param name="Linger">Results wait no longer than this, and where they come so fast that batches would be written more often, batches grow instead.</param>
public sealed record FlushPolicy(int BatchSize, bool Exact, TimeSpan Linger)
{
    /// <summary>The largest batch: about a megabyte.</summary>
    public const int MaximumBatchSize = 5000;

    /// <summary>How many of the collected results to write now; 0 for none.</summary>
    /// <param name="collected">Results collected.</param>
    /// <param name="waited">How long the oldest of them has waited.</param>
    /// <param name="sinceWrite">The time since the last write began.</param>
    public int Decide(int collected, TimeSpan waited, TimeSpan sinceWrite)
    {
        if (collected == 0) return 0;
        if (waited >= Linger) return Exact ? Math.Min(collected, BatchSize) : Math.Min(collected, MaximumBatchSize);
        if (collected < BatchSize) return 0;
        if (Exact) return BatchSize;
        return sinceWrite >= Linger || collected >= MaximumBatchSize ? Math.Min(collected, MaximumBatchSize) : 0;
    }
}
