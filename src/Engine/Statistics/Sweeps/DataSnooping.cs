using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>Whether the best of many backtests beats a benchmark, once allowed for how many were tried.</summary>
/// <param name="RealityCheck">P-value of White's reality check: the share of draws in which the largest sqrt(n) (mean of the draw - mean) is not
/// below the largest sqrt(n) mean. H. White, "A Reality Check for Data Snooping", Econometrica 68 (2000).</param>
/// <param name="Spa">P-value of Hansen's test for superior predictive ability, consistent version: each mean is divided by its deviation w, and
/// what is worse than the benchmark by sqrt(2 ln ln n) w counts as equal to itself, so that poor backtests do not hide good ones. P. R. Hansen,
/// "A Test for Superior Predictive Ability", Journal of Business and Economic Statistics 23 (2005).</param>
/// <param name="SpaLower">Its lower bound, in which every backtest that is worse than the benchmark is treated so.</param>
/// <param name="SpaUpper">Its upper bound, in which none is.</param>
/// <remarks>Both resample with <see cref="StationaryBootstrap"/>; p = (1 + draws as good) / (1 + draws). Referee: an implementation in the tests that
/// takes each mean over the drawn bars, and noise, whose p-values are even.</remarks>
public sealed record DataSnooping(double RealityCheck, double Spa, double SpaLower, double SpaUpper)
{
    /// <summary>Tests a matrix; null where nothing moves against the benchmark.</summary>
    /// <param name="matrix">The returns.</param>
    /// <param name="benchmark">The benchmark's return of each bar.</param>
    /// <param name="bootstrap">Draws bars.</param>
    /// <param name="draws">How many draws; 1 or more.</param>
    /// <param name="loop">Where to compute.</param>
    public static DataSnooping? Of(ReturnMatrix matrix, double[] benchmark, StationaryBootstrap bootstrap, int draws, IndexLoop loop)
    {
        var excess = Excesses(matrix, benchmark, bootstrap, loop);
        if (excess.Length == 0) return null;
        var scale = Math.Sqrt(matrix.Bars);
        var limit = Math.Sqrt(2 * Math.Log(Math.Log(Math.Max(3, matrix.Bars))));
        var best = excess.Max(row => scale * row.Mean);
        var bestStudent = Math.Max(0, excess.Max(row => scale * row.Mean / row.Deviation));
        var draw = new (bool Check, bool Spa, bool Lower, bool Upper)[draws];
        loop(draws, at =>
        {
            var counts = Counts(bootstrap, at);
            double check = double.NegativeInfinity, consistent = 0, lower = 0, upper = 0;
            foreach (var row in excess)
            {
                var (drawn, mean) = (scale * row.MeanOf(counts), scale * row.Mean);
                check = Math.Max(check, drawn - mean);
                upper = Math.Max(upper, (drawn - mean) / row.Deviation);
                lower = Math.Max(lower, (drawn - Math.Max(0, mean)) / row.Deviation);
                consistent = Math.Max(consistent, (drawn - (mean / row.Deviation >= -limit ? mean : 0)) / row.Deviation);
            }

            draw[at] = (check >= best, consistent >= bestStudent, lower >= bestStudent, upper >= bestStudent);
        });
        return new DataSnooping(
            P(draw.Count(one => one.Check)), P(draw.Count(one => one.Spa)), P(draw.Count(one => one.Lower)), P(draw.Count(one => one.Upper)));

        double P(int asGood) => (1.0 + asGood) / (1 + draws);
    }

    private static Excess[] Excesses(ReturnMatrix matrix, double[] benchmark, StationaryBootstrap bootstrap, IndexLoop loop)
    {
        var excesses = new Excess?[matrix.Count];
        loop(matrix.Count, row =>
        {
            var (values, sum) = (new double[matrix.Bars], 0.0);
            for (var bar = 0; bar < values.Length; bar++) sum += values[bar] = matrix.Rows[row][bar] - benchmark[bar];
            var deviation = Math.Sqrt(bootstrap.Variance(values));
            if (deviation > 0) excesses[row] = new Excess(matrix.Rows[row], benchmark, sum / values.Length, deviation);
        });
        return [.. excesses.OfType<Excess>()];
    }

    /// <summary>How often a draw has each bar: the mean of a draw is then one product of two columns.</summary>
    private static double[] Counts(StationaryBootstrap bootstrap, int draw)
    {
        var (indices, counts) = (new int[bootstrap.Bars], new double[bootstrap.Bars]);
        bootstrap.Draw(draw, indices);
        foreach (var index in indices) counts[index]++;
        return counts;
    }

    private sealed record Excess(double[] Returns, double[] Benchmark, double Mean, double Deviation)
    {
        public double MeanOf(double[] counts) => (DotProduct.Of(counts, Returns) - DotProduct.Of(counts, Benchmark)) / counts.Length;
    }
}
