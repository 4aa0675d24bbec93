using Backtest.Engine.Statistics;

namespace Backtest.Storage.Sweeps;

/// <summary>What is asked of the statistics of a sweep.</summary>
/// <param name="Metric">What the best is the best of.</param>
public sealed record SweepOptions(Metric Metric)
{
    /// <summary>Backtests that are computed again for their returns, the best among them.</summary>
    public int Sample { get; init; } = 300;

    /// <summary>Chooses the sample and makes all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Draws of each bootstrap, and orders of the trades.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Permutations of the bars, each a run of the best set.</summary>
    public int Permutations { get; init; } = 200;

    /// <summary>Into how many blocks cross-validation cuts the bars: even, 2 to 20.</summary>
    public int Blocks { get; init; } = 16;

    /// <summary>The mean length of the bootstrap's blocks in bars; null for the cube root of the number of bars.</summary>
    public double? Block { get; init; }

    /// <summary>The share of draws inside an interval.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How many threads compute; null for all cores. The outcome is the same.</summary>
    public int? Threads { get; init; }
}
