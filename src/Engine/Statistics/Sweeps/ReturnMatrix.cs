namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>The returns of several backtests over the same bars: one row a backtest. Not to be changed afterwards.</summary>
/// <param name="Bars">The number of bars.</param>
/// <param name="Rows">The returns of each backtest, <paramref name="Bars"/> each.</param>
public sealed record ReturnMatrix(int Bars, IReadOnlyList<double[]> Rows)
{
    /// <summary>The number of backtests.</summary>
    public int Count => Rows.Count;

    /// <summary>The mean correlation of two different backtests; those that never move are left out. NaN where fewer than two move.</summary>
    /// <remarks>The mean over pairs follows from the sum z of the standardised returns of all n: (|z|^2 / (bars - 1) - n) / (n (n - 1)).</remarks>
    public double MeanCorrelation()
    {
        var (sum, moving) = (new double[Bars], 0);
        foreach (var row in Rows)
        {
            var moments = ReturnMoments.Of(row);
            if (!(moments.Deviation > 0)) continue;
            moving++;
            for (var bar = 0; bar < Bars; bar++) sum[bar] += (row[bar] - moments.Mean) / moments.Deviation;
        }

        if (moving < 2) return double.NaN;
        var square = 0.0;
        foreach (var value in sum) square += value * value;
        return (square / (Bars - 1) - moving) / ((double)moving * (moving - 1));
    }
}
