using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.Sweeps;

namespace Backtest.Engine.Tests.Statistics.Sweeps;

/// <summary>Seeded returns.</summary>
internal static class ExampleReturns
{
    /// <summary>Noise of some backtests, with a mean that each of them has.</summary>
    public static ReturnMatrix Noise(int rows, int bars, ulong seed, Func<int, double>? mean = null)
    {
        var random = new SeededRandom(seed);
        return new ReturnMatrix(
            bars, [.. Enumerable.Range(0, rows).Select(row => Row(bars, random, mean?.Invoke(row) ?? 0))]);
    }

    private static double[] Row(int bars, SeededRandom random, double mean) =>
        [.. Enumerable.Range(0, bars).Select(_ => mean + 0.01 * random.NextNormal())];

    /// <summary>Goes through the indices backwards, as no other loop does.</summary>
    public static void Backwards(int count, Action<int> body)
    {
        for (var i = count - 1; i >= 0; i--) body(i);
    }
}
