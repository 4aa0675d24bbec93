namespace Backtest.Engine.Search;

/// <summary>The objectives of trials side by side. NaN is less than any number and equal to itself.</summary>
internal sealed class ObjectiveTable
{
    private readonly double[] _values;

    /// <exception cref="ArgumentException">The trials have no objectives, or not all as many.</exception>
    public ObjectiveTable(IReadOnlyList<Trial> trials)
    {
        Width = trials.Count == 0 ? 1 : trials[0].Objectives.Count;
        if (Width == 0) throw new ArgumentException("a trial has at least one objective; give NaN where it is undefined", nameof(trials));
        _values = new double[trials.Count * Width];
        for (var i = 0; i < trials.Count; i++)
        {
            var objectives = trials[i].Objectives;
            if (objectives.Count != Width)
                throw new ArgumentException($"trial {i} has {objectives.Count} objectives, the first trial has {Width}", nameof(trials));
            for (var k = 0; k < Width; k++) _values[i * Width + k] = objectives[k];
        }
    }

    /// <summary>The number of objectives of a trial.</summary>
    public int Width { get; }

    /// <summary>An objective of a trial.</summary>
    public double this[int trial, int objective] => _values[trial * Width + objective];

    /// <summary>Negative where <paramref name="a"/> is better in the first objective that differs.</summary>
    public int CompareBestFirst(int a, int b)
    {
        for (var k = 0; k < Width; k++)
        {
            var order = this[b, k].CompareTo(this[a, k]);
            if (order != 0) return order;
        }

        return 0;
    }

    /// <summary>True where <paramref name="a"/> is at least as good in every objective and better in one.</summary>
    public bool Dominates(int a, int b)
    {
        var left = _values.AsSpan(a * Width, Width);
        var right = _values.AsSpan(b * Width, Width);
        var better = false;
        for (var k = 0; k < left.Length; k++)
        {
            if (left[k] > right[k]) better = true;
            else if (left[k] != right[k] && !Differ(left[k], right[k], ref better)) return false;
        }

        return better;
    }

    /// <summary>Compares numbers that are neither greater nor equal: false where the left is worse.</summary>
    private static bool Differ(double left, double right, ref bool better)
    {
        if (!double.IsNaN(right)) return false;
        better |= !double.IsNaN(left);
        return true;
    }
}
