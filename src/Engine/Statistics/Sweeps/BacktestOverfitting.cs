using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>How often the backtest that is best in one half of the bars is below the median in the other. D. H. Bailey, J. M. Borwein, M. López de
/// Prado and Q. J. Zhu, "The Probability of Backtest Overfitting", Journal of Computational Finance 20 (2017): combinatorially symmetric
/// cross-validation (CSCV).</summary>
/// <param name="Blocks">Into how many blocks the bars are cut.</param>
/// <param name="Splits">How many ways there are to choose half of the blocks.</param>
/// <param name="Probability">The share of the splits whose best in-sample has a logit of 0 or less out of sample (PBO).</param>
/// <param name="MedianLogit">The median of ln(w / (1 - w)), w the rank of the best out of sample over backtests + 1.</param>
/// <param name="LossProbability">The share of the splits whose best has a negative Sharpe ratio out of sample.</param>
/// <param name="Slope">The slope of the Sharpe ratio out of sample on that in-sample, over the splits; below 0 the better in-sample, the worse
/// afterwards.</param>
/// <remarks>Bars that do not fill the last block are left out at the beginning. The measure is the Sharpe ratio; of returns that do not move it
/// is 0. In-sample the first of equal ones is the best; out of sample equal ones share the mean of their ranks. Referee: an implementation in the
/// tests that sorts returns of each half anew, and noise, whose probability is near a half.</remarks>
public sealed record BacktestOverfitting(
    int Blocks, int Splits, double Probability, double MedianLogit, double LossProbability, double Slope)
{
    /// <summary>The probability over a matrix; null where it has fewer than two backtests, or fewer than two bars a block.</summary>
    /// <param name="matrix">The returns.</param>
    /// <param name="riskFree">The risk-free return of a bar.</param>
    /// <param name="blocks">An even number from 2 to 20.</param>
    /// <param name="loop">Where to compute.</param>
    public static BacktestOverfitting? Of(ReturnMatrix matrix, double riskFree, int blocks, IndexLoop loop)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(blocks is >= 2 and <= 20 && blocks % 2 == 0, true, nameof(blocks));
        if (matrix.Count < 2 || matrix.Bars / blocks < 2) return null;
        var sums = BlockSums.Of(matrix, riskFree, blocks, loop);
        var choices = Choices(blocks);
        var splits = new Split[choices.Length];
        loop(choices.Length, at => splits[at] = Split.Of(sums, choices[at]));
        var logits = SampleQuantile.Sorted(splits.Select(split => split.Logit));
        return new BacktestOverfitting(
            blocks,
            splits.Length,
            splits.Count(split => split.Logit <= 0) / (double)splits.Length,
            SampleQuantile.OfSorted(logits, 0.5),
            splits.Count(split => split.OutOfSample < 0) / (double)splits.Length,
            SlopeOf(splits));
    }

    /// <summary>All choices of half of the blocks, as bits, in ascending order.</summary>
    private static int[] Choices(int blocks) =>
        [.. Enumerable.Range(0, 1 << blocks).Where(bits => int.PopCount(bits) == blocks / 2)];

    private static double SlopeOf(Split[] splits)
    {
        var (meanX, meanY) = (splits.Average(split => split.InSample), splits.Average(split => split.OutOfSample));
        var xx = splits.Sum(split => (split.InSample - meanX) * (split.InSample - meanX));
        return xx > 0 ? splits.Sum(split => (split.InSample - meanX) * (split.OutOfSample - meanY)) / xx : double.NaN;
    }

    private readonly record struct Split(double InSample, double OutOfSample, double Logit)
    {
        public static Split Of(BlockSums sums, int choice)
        {
            var (best, inSample) = (0, double.NegativeInfinity);
            for (var row = 0; row < sums.Rows; row++)
            {
                var sharpe = sums.Sharpe(row, choice);
                if (sharpe > inSample) (best, inSample) = (row, sharpe);
            }

            var outOfSample = sums.Sharpe(best, ~choice);
            var (below, equal) = (0, 0);
            for (var row = 0; row < sums.Rows; row++)
            {
                var sharpe = row == best ? outOfSample : sums.Sharpe(row, ~choice);
                if (sharpe < outOfSample) below++;
                else if (sharpe == outOfSample) equal++;
            }

            var rank = (below + (equal + 1) / 2.0) / (sums.Rows + 1);
            return new Split(inSample, outOfSample, Math.Log(rank / (1 - rank)));
        }
    }
}
