namespace Backtest.Engine.Statistics.Sweeps;

/// <summary>Whether a parameter set stands on a plateau or on a peak: what its neighbours in the grid reach of its own figure.</summary>
/// <param name="Neighbours">How many neighbours have the figure.</param>
/// <param name="Own">The set's own figure.</param>
/// <param name="Mean">The mean of the neighbours'.</param>
/// <param name="Worst">The worst of the neighbours'.</param>
/// <param name="MeanShare">The mean over the own figure: 1 on a plateau, less on a peak; NaN without neighbours, or where the own figure is not
/// positive.</param>
/// <param name="WorstShare">The same of the worst.</param>
/// <remarks>A neighbour is one step away at most in every parameter that has numbers, and equal in the others: up to 3^k - 1 of them with k
/// parameters. Of figures of which less is better, and of drawdowns, the sizes are turned over: own / mean. A neighbour whose figure is undefined
/// does not count. Referee: hand computation.</remarks>
public sealed record Plateau(int Neighbours, double Own, double Mean, double Worst, double MeanShare, double WorstShare)
{
    /// <summary>The plateau of a set.</summary>
    /// <param name="own">Its own figure.</param>
    /// <param name="neighbours">Those of its neighbours.</param>
    /// <param name="metric">The figure.</param>
    public static Plateau Of(double own, IEnumerable<double> neighbours, Metric metric)
    {
        var values = neighbours.Where(double.IsFinite).ToArray();
        if (values.Length == 0) return new Plateau(0, own, double.NaN, double.NaN, double.NaN, double.NaN);
        var (mean, worst) = (values.Average(), metric.LargerIsBetter ? values.Min() : values.Max());
        var turned = !metric.LargerIsBetter || metric.Name == "max_drawdown";
        return new Plateau(values.Length, own, mean, worst, Share(mean), Share(worst));

        double Share(double value)
        {
            if (turned) return value == 0 ? double.NaN : Math.Abs(own) / Math.Abs(value);
            return own > 0 ? value / own : double.NaN;
        }
    }
}
