namespace Backtest.Engine.Studies.Stages;

/// <summary>The backtests of a plan that are run before the next ones are decided. They are counted by position; a plan whose backtests need no
/// decision is one stage, in which position and index are the same. Immutable.</summary>
public sealed class PlanStage
{
    private readonly long[]? _indices;

    /// <summary>All backtests of a plan.</summary>
    public PlanStage(Plan plan) => (Plan, Count) = (plan, plan.Count);

    /// <summary>Some backtests of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="indices">Their indices, in ascending order; not to be changed afterwards.</param>
    public PlanStage(Plan plan, long[] indices) => (Plan, Count, _indices) = (plan, indices.Length, indices);

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The number of backtests.</summary>
    public long Count { get; }

    /// <summary>The index in the plan of the backtest at a position counted from 0.</summary>
    public long this[long position] => _indices is null ? position : _indices[position];
}
