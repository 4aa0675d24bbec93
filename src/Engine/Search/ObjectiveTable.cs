namespace Backtest.Engine.Search;

/// <summary>The objectives of trials side by side. NaN is less than any number and equal to itself.</summary>
internal sealed class ObjectiveTable
{
    private readonly double[] _values;

    /// <exception cref="ArgumentException">The trials have no objectives, or not all as many.</exception>
    public ObjectiveTable(IReadOnlyList<Trial> trials)
    {
        Count = trials.Count;
        Width = trials.Count == 0 ? 1 : trials[0].Objectives.Count;
        if (Width == 0) throw new ArgumentException("a trial has at least one objective; give NaN where it is undefined", nameof(trials));
        _values = new double[Count * Width];
        for (var i = 0; i < Count; i++)
        {
            var objectives = trials[i].Objectives;
            if (objectives.Count != Width)
                throw new ArgumentException($"trial {i} has {objectives.Count} objectives, the first trial has {Width}", nameof(trials));
            for (var k = 0; k < Width; k++) _values[k * Count + i] = objectives[k];
        }
    }

    /// <summary>The number of trials.</summary>
    public int Count { get; }

    /// <summary>The number of objectives of a trial.</summary>
    public int Width { get; }

    /// <summary>An objective of a trial.</summary>
    public double this[int trial, int objective] => _values[objective * Count + trial];

    /// <summary>The level of each trial in an objective: 0 for the worst, one more for each better value, so that levels compare as values
    /// do.</summary>
    public int[] Levels(int objective)
    {
        double[] values = [.. _values.AsSpan(objective * Count, Count)];
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(values, order);
        var levels = new int[Count];
        for (var i = 1; i < Count; i++)
            levels[order[i]] = levels[order[i - 1]] + (values[i].CompareTo(values[i - 1]) == 0 ? 0 : 1);
        return levels;
    }
}
