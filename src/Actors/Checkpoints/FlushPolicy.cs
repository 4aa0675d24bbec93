namespace Backtest.Actors.Checkpoints;

/// <summary>Decides when collected results are written, and how many at a time.</summary>
/// <param name="BatchSize">Results written together; the lower bound where not <paramref name="Exact"/>.</param>
/// <param name="Exact">True where the user chose the size: every batch has it but those that somebody waits for, such as a run's last.</param>
/// <param name="Linger">Automatic: results wait no longer than this, and where they come so fast that batches would be written more often,
/// batches grow instead.</param>
public sealed record FlushPolicy(int BatchSize, bool Exact, TimeSpan Linger)
{
    /// <summary>The largest automatic batch: about a megabyte.</summary>
    public const int MaximumBatchSize = 5000;

    /// <summary>How many of the collected results to write now; 0 for none.</summary>
    /// <param name="collected">Results collected.</param>
    /// <param name="waited">How long the oldest of them has waited.</param>
    /// <param name="sinceWrite">The time since the last write began.</param>
    /// <param name="awaited">True where a node has nothing else to do and waits for them.</param>
    public int Decide(int collected, TimeSpan waited, TimeSpan sinceWrite, bool awaited = false)
    {
        if (collected == 0) return 0;
        if (Exact) return collected >= BatchSize ? BatchSize : awaited ? collected : 0;
        var due = awaited || waited >= Linger || collected >= MaximumBatchSize || (collected >= BatchSize && sinceWrite >= Linger);
        return due ? Math.Min(collected, MaximumBatchSize) : 0;
    }
}
