using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>Draws bars in blocks of random length, so that what hangs together stays together. D. N. Politis and J. P. Romano, "The Stationary
/// Bootstrap", Journal of the American Statistical Association 89 (1994).</summary>
/// <param name="bars">The number of bars; 1 or more.</param>
/// <param name="block">The mean length of a block; 1 or more.</param>
/// <param name="seed">The seed.</param>
public sealed class StationaryBootstrap(int bars, double block, ulong seed)
{
    /// <summary>The mean length of a block where nothing else is said: the cube root of the number of bars, 2 at least.</summary>
    public static double UsualBlock(int bars) => Math.Max(2, Math.Round(Math.Cbrt(bars)));

    /// <summary>The number of bars.</summary>
    public int Bars => bars;

    /// <summary>The mean length of a block.</summary>
    public double Block => block;

    /// <summary>Writes the bars of a draw, one for each bar: each begins a new block, at any bar, with probability 1 / block, else it is the one
    /// that follows the bar before it; the first follows the last.</summary>
    /// <param name="draw">Which draw, from 0.</param>
    /// <param name="indices">Takes the bars.</param>
    public void Draw(int draw, Span<int> indices)
    {
        var random = SeededRandom.OfDraw(seed, draw);
        var bar = random.NextIndex(bars);
        for (var i = 0; i < indices.Length; i++)
        {
            if (i > 0) bar = random.NextDouble() * block < 1 ? random.NextIndex(bars) : bar + 1 == bars ? 0 : bar + 1;
            indices[i] = bar;
        }
    }

    /// <summary>The variance of sqrt(bars) x the mean of a draw, without drawing: c(0) + 2 sum over lags i of (1 - i/bars) (1 - 1/block)^i c(i),
    /// c the circular autocovariance with divisor bars (Politis and Romano, lemma 1). Lags whose weight is below 1e-8 are left out.</summary>
    public double Variance(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values) mean += value;
        mean /= bars;
        var centered = new double[2 * bars];
        for (var i = 0; i < centered.Length; i++) centered[i] = values[i % bars] - mean;
        var (sum, decay) = (0.0, 1.0);
        for (var lag = 0; lag < bars && decay > 1e-8; lag++, decay *= 1 - 1 / block)
        {
            var weight = lag == 0 ? 1 : 2 * (1 - lag / (double)bars) * decay;
            sum += weight * DotProduct.Of(centered.AsSpan(0, bars), centered.AsSpan(lag, bars)) / bars;
        }

        return Math.Max(0, sum);
    }
}
