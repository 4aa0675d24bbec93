using Backtest.Engine.Parameters;

namespace Backtest.Engine.Studies.Sets;

/// <summary>The sets of the strategies' grids, in their order or in a seeded one. Nothing is materialised.</summary>
internal sealed class GridSets : ISetSource
{
    private readonly SetSelection[] _selections;
    private readonly long[] _before;
    private readonly RandomOrder? _order;

    /// <summary>The sets that a study's grids, conditions, limit and random search leave.</summary>
    /// <exception cref="StudyException">There are too many.</exception>
    public GridSets(Study study)
    {
        _selections = PlanLimits.Select(study);
        _before = PlanLimits.SetsBefore(_selections);
        var found = _before[^1];
        var definition = study.Definition;
        Count = Math.Min(found, definition.Search?.Count ?? definition.Limit ?? long.MaxValue);
        if (definition.Search is { } search && found > 0) _order = new RandomOrder(found, search.Seed);
    }

    /// <inheritdoc />
    public long Count { get; }

    /// <inheritdoc />
    public int Read(long number, IReadOnlyList<ParameterSet> sets)
    {
        if (_order is not null) number = _order[number];
        var strategy = 0;
        while (number >= _before[strategy + 1]) strategy++;
        _selections[strategy].Read(number - _before[strategy], sets[strategy]);
        return strategy;
    }
}
