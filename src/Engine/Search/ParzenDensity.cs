using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>A probability of each position of an axis, estimated from positions that were seen. Ordered axes: a mixture of the prior and of one
/// Gaussian kernel a position seen, each discretised, p(j) ~ exp(-(j - c)^2 / (2 s^2)), and normalised on the axis. The prior has its centre in the
/// middle and the axis' length as deviation; a kernel's deviation s is the larger distance to its two neighbours, from length / min(100, 1 + seen)
/// up to the length (Bergstra et al. 2011). Categories: p(j) ~ count(j) + prior weight / categories. An ordered axis of more than
/// <see cref="MaximumCells"/> positions is cut into so many equal cells.</summary>
internal sealed class ParzenDensity
{
    /// <summary>An ordered axis is modelled in at most so many cells.</summary>
    public const int MaximumCells = 256;

    private readonly long _size;
    private readonly double[] _log;
    private readonly double[] _cumulative;

    private ParzenDensity(long size, double[] weights)
    {
        (_size, _cumulative, _log) = (size, new double[weights.Length], weights);
        var sum = 0.0;
        for (var j = 0; j < weights.Length; j++) _cumulative[j] = sum += weights[j];
        for (var j = 0; j < weights.Length; j++) _log[j] = Math.Log(weights[j] / sum);
    }

    /// <summary>The density of an ordered axis.</summary>
    public static ParzenDensity Ordered(long size, IReadOnlyList<long> seen, double priorWeight)
    {
        var cells = (int)Math.Min(size, MaximumCells);
        var counts = new int[cells];
        foreach (var position in seen) counts[CellOf(position, size, cells)]++;
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

        return new ParzenDensity(size, density);
    }

    /// <summary>The density of an axis of categories.</summary>
    public static ParzenDensity Categories(long size, IReadOnlyList<long> seen, double priorWeight)
    {
        var density = new double[size];
        Array.Fill(density, priorWeight / size);
        foreach (var position in seen) density[position]++;
        return new ParzenDensity(size, density);
    }

    /// <summary>Draws a position.</summary>
    public long Draw(SeededRandom random)
    {
        var cell = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        cell = Math.Min(cell < 0 ? ~cell : cell + 1, _cumulative.Length - 1);
        var (from, to) = (FirstOf(cell), FirstOf(cell + 1));
        return from + (to - from > 1 ? random.Below(to - from) : 0);
    }

    /// <summary>The logarithm of a position's probability, up to a constant of the axis.</summary>
    public double Log(long position) => _log[CellOf(position, _size, _log.Length)];

    private static int CellOf(long position, long size, int cells) => (int)((Int128)position * cells / size);

    /// <summary>The first position of a cell: the least whose cell it is.</summary>
    private long FirstOf(int cell) => (long)(((Int128)cell * _size + _log.Length - 1) / _log.Length);

    private static void AddKernel(double[] density, double[] kernel, double centre, double deviation, double weight)
    {
        var sum = 0.0;
        for (var j = 0; j < kernel.Length; j++)
        {
            var z = (j - centre) / deviation;
            sum += kernel[j] = Math.Exp(-0.5 * z * z);
        }

        for (var j = 0; j < kernel.Length; j++) density[j] += weight * kernel[j] / sum;
    }
}
