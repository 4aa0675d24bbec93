using System.Numerics;

namespace Backtest.Engine.Search;

/// <summary>A front of four objectives or more: the levels of its trials, a column for each objective but the first, compared many at
/// a time.</summary>
internal sealed class FrontColumns : IFrontOutline
{
    private readonly int[][] _levels;
    private readonly int[][] _columns;
    private int _count;

    /// <summary>An empty front.</summary>
    /// <param name="levels">The levels of all trials in each objective.</param>
    public FrontColumns(int[][] levels)
    {
        _levels = levels;
        _columns = [.. levels.Skip(1).Select(_ => Empty(Vector<int>.Count))];
    }

    /// <inheritdoc />
    public bool Dominates(int trial)
    {
        for (var i = 0; i < _count; i += Vector<int>.Count)
        {
            var asGood = Vector<int>.AllBitsSet;
            for (var k = 0; k < _columns.Length && asGood != Vector<int>.Zero; k++)
                asGood &= Vector.GreaterThanOrEqual(new Vector<int>(_columns[k], i), new Vector<int>(_levels[k + 1][trial]));
            if (asGood != Vector<int>.Zero) return true;
        }

        return false;
    }

    /// <inheritdoc />
    public void Add(int trial)
    {
        for (var k = 0; k < _columns.Length; k++)
        {
            if (_count == _columns[k].Length) _columns[k] = [.. _columns[k], .. Empty(_count)];
            _columns[k][_count] = _levels[k + 1][trial];
        }

        _count++;
    }

    /// <summary>Unused places are worse than any level.</summary>
    private static int[] Empty(int length)
    {
        var column = new int[length];
        Array.Fill(column, -1);
        return column;
    }
}
