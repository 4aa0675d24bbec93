using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>The sets of a space that may still be asked for: allowed, not told and not taken. Sets are drawn uniformly and rejected where they are
/// not free. Where <see cref="DrawsBeforeScan"/> draws find none, a grid of at most <see cref="LargestScan"/> sets is scanned for what is left; in a
/// larger one the search gives up after <see cref="DrawsBeforeEnd"/> draws.</summary>
internal sealed class FreshSets
{
    /// <summary>The number of draws before a small grid is scanned.</summary>
    public const int DrawsBeforeScan = 1_000;

    /// <summary>The number of draws before a set of a large grid is given up.</summary>
    public const int DrawsBeforeEnd = 1_000_000;

    /// <summary>The number of sets of the largest grid that is scanned.</summary>
    public const long LargestScan = 1 << 20;

    private readonly SearchSpace _space;
    private readonly HashSet<long> _taken;
    private List<long>? _left;

    public FreshSets(SearchSpace space, IReadOnlyList<Trial> told)
    {
        (_space, _taken) = (space, new HashSet<long>(told.Count));
        for (var i = 0; i < told.Count; i++) _taken.Add(told[i].Set);
    }

    /// <summary>True where the set may be asked for.</summary>
    public bool IsFree(long set) => !_taken.Contains(set) && _space.Allows(set);

    /// <summary>True where the set was told or taken.</summary>
    public bool IsTaken(long set) => _taken.Contains(set);

    /// <summary>Takes a free set; false where it is not free.</summary>
    public bool TryTake(long set) => IsFree(set) && _taken.Add(set);

    /// <summary>Takes a free set, each equally likely; null where none is found.</summary>
    public long? Draw(SeededRandom random)
    {
        var count = _space.Grid.Count;
        var draws = count <= LargestScan ? DrawsBeforeScan : DrawsBeforeEnd;
        for (var draw = 0; draw < draws; draw++)
        {
            var set = random.Below(count);
            if (TryTake(set)) return set;
        }

        return count <= LargestScan ? DrawLeft(random) : null;
    }

    private long? DrawLeft(SeededRandom random)
    {
        _left ??= Scan();
        _left.RemoveAll(_taken.Contains);
        if (_left.Count == 0) return null;
        var set = _left[(int)random.Below(_left.Count)];
        _taken.Add(set);
        return set;
    }

    private List<long> Scan()
    {
        List<long> left = [];
        for (var set = 0L; set < _space.Grid.Count; set++)
        {
            if (IsFree(set)) left.Add(set);
        }

        return left;
    }
}
