using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>A probability of each position of an axis, estimated from positions that were seen. Ordered axes: a mixture of the prior and of one
/// Gaussian kernel a position seen, each discretised, p(j) ~ exp(-(j - c)^2 / (2 s^2)), and normalised on the axis. The prior has its centre in the
/// middle and the axis' length as deviation; a kernel's deviation s is the larger distance to its two neighbours, from length / min(100, 1 + seen)
/// up to the length (Bergstra et al. 2011). Categories: p(j) ~ count(j) + prior weight / categories. An ordered axis of more than
/// <see cref="MaximumCells"/> positions is cut into cells of as many positions each, the last of fewer.</summary>
internal sealed class ParzenDensity
{
    /// <summary>An ordered axis is modelled in at most so many cells.</summary>
    public const int MaximumCells = 512;

    private const double Reach = 8;

    private readonly long _size;
    private readonly long _width;
    private readonly double[] _log;
    private readonly double[] _cumulative;

    private ParzenDensity(long size, long width, double[] weights)
    {
        (_size, _width) = (size, width);
        (_cumulative, _log) = (new double[weights.Length], new double[weights.Length]);
        var sum = 0.0;
        for (var j = 0; j < weights.Length; j++) _cumulative[j] = sum += weights[j];
        for (var j = 0; j < weights.Length; j++) _log[j] = Math.Log(weights[j] / sum);
    }

    /// <summary>The density of an ordered axis.</summary>
    public static ParzenDensity Ordered(long size, IReadOnlyList<long> seen, double priorWeight)
    {
        var width = (size - 1) / MaximumCells + 1;
        var cells = (int)((size - 1) / width + 1);
        var counts = new int[cells];
        foreach (var position in seen) counts[position / width]++;
        var density = new double[cells];
        var kernel = new double[cells];
        AddKernel(density, kernel, (cells - 1) / 2.0, cells, priorWeight);
        var least = cells / Math.Min(100.0, 1 + seen.Count);
        int[] centres = [.. Enumerable.Range(0, cells).Where(cell => counts[cell] > 0)];
        for (var i = 0; i < centres.Length; i++)
        {
            var left = centres[i] - (i > 0 ? centres[i - 1] : -1);
            var right = (i < centres.Length - 1 ? centres[i + 1] : cells) - centres[i];
            AddKernel(density, kernel, centres[i], Math.Clamp(Math.Max(left, right), least, cells), counts[centres[i]]);
        }

        return new ParzenDensity(size, width, density);
    }

    /// <summary>The density of an axis of categories.</summary>
    public static ParzenDensity Categories(long size, IReadOnlyList<long> seen, double priorWeight)
    {
        var density = new double[size];
        Array.Fill(density, priorWeight / size);
        foreach (var position in seen) density[position]++;
        return new ParzenDensity(size, 1, density);
    }

    /// <summary>Draws a position.</summary>
    public long Draw(SeededRandom random)
    {
        var cell = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        cell = Math.Min(cell < 0 ? ~cell : cell + 1, _cumulative.Length - 1);
        var from = cell * _width;
        return from + (_width > 1 ? random.Below(Math.Min(_width, _size - from)) : 0);
    }

    /// <summary>The logarithm of a position's probability, up to a constant of the axis.</summary>
    public double Log(long position) => _log[position / _width];

    /// <summary>What lies further away than <see cref="Reach"/> deviations is below the precision of the sum, and left out.</summary>
    private static void AddKernel(double[] density, double[] kernel, double centre, double deviation, double weight)
    {
        var from = (int)Math.Max(0, Math.Floor(centre - Reach * deviation));
        var to = (int)Math.Min(kernel.Length, Math.Ceiling(centre + Reach * deviation) + 1);
        var sum = 0.0;
        for (var j = from; j < to; j++)
        {
            var z = (j - centre) / deviation;
            sum += kernel[j] = Math.Exp(-0.5 * z * z);
        }

        for (var j = from; j < to; j++) density[j] += weight * kernel[j] / sum;
    }
}
