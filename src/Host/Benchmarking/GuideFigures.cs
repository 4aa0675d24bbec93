namespace Backtest.Host.Benchmarking;

/// <summary>What a framework of worker processes in Python publishes for 10,000 backtests: the scale to compare one's own machine with.</summary>
internal static class GuideFigures
{
    /// <summary>Backtests that the figures are for.</summary>
    public const int Backtests = 10_000;

    /// <summary>The five configurations.</summary>
    public static IReadOnlyList<GuideFigure> All { get; } =
    [
        new("original sequential", 0, 180, 1, "the baseline"),
        new("sequential", 1, 90, 2, "one core, debugging, fewer than 100 backtests, I/O-bound work"),
        new("4 cores", 4, 30, 6, "a laptop"),
        new("8 cores", 8, 20, 9, "a desktop or a server"),
        new("16 cores", 16, 15, 12, "a large server"),
    ];
}

/// <summary>One configuration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Workers">Its workers; 0 for the baseline, which is not to be had here.</param>
/// <param name="Minutes">Its minutes for 10,000 backtests.</param>
/// <param name="Speedup">How much faster than the baseline.</param>
/// <param name="BestFor">What it is best for.</param>
internal sealed record GuideFigure(string Name, int Workers, int Minutes, int Speedup, string BestFor);
