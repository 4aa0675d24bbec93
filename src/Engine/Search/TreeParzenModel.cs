using Backtest.Engine.Numerics;

namespace Backtest.Engine.Search;

/// <summary>What a tree-structured Parzen estimator learned: the densities of good and of bad trials on each axis.</summary>
internal sealed class TreeParzenModel
{
    private readonly SearchSpace _space;
    private readonly ParzenDensity[] _good;
    private readonly ParzenDensity[] _bad;
    private readonly long[] _at;

    public TreeParzenModel(SearchSpace space, IReadOnlyList<long> good, IReadOnlyList<long> bad, double priorWeight)
    {
        (_space, _at) = (space, new long[space.AxisCount]);
        _good = Densities(good, priorWeight);
        _bad = Densities(bad, priorWeight);
    }

    /// <summary>Draws a set from the density of the good, and its score: log l(x) - log g(x).</summary>
    public (long Set, double Score) Draw(SeededRandom random)
    {
        var score = 0.0;
        for (var axis = 0; axis < _at.Length; axis++)
        {
            _at[axis] = _good[axis].Draw(random);
            score += _good[axis].Log(_at[axis]) - _bad[axis].Log(_at[axis]);
        }

        return (_space.Join(_at), score);
    }

    private ParzenDensity[] Densities(IReadOnlyList<long> sets, double priorWeight)
    {
        var seen = new long[_space.AxisCount][];
        for (var axis = 0; axis < seen.Length; axis++) seen[axis] = new long[sets.Count];
        for (var i = 0; i < sets.Count; i++)
        {
            _space.Split(sets[i], _at);
            for (var axis = 0; axis < seen.Length; axis++) seen[axis][i] = _at[axis];
        }

        return
        [
            .. seen.Select((positions, axis) => _space.IsOrdered(axis)
                ? ParzenDensity.Ordered(_space.SizeOf(axis), positions, priorWeight)
                : ParzenDensity.Categories(_space.SizeOf(axis), positions, priorWeight)),
        ];
    }
}
