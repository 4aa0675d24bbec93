namespace Backtest.Engine.Search;

/// <summary>A parameter set that was run, and what came out.</summary>
/// <param name="Set">The index of the combination in the grid of its <see cref="SearchSpace"/>.</param>
/// <param name="Objectives">What is optimised, one number or more, oriented so that larger is better. NaN where it is undefined or the run failed:
/// worse than any number, negative infinity among them.</param>
/// <param name="Feasible">False where a constraint is not met; such a trial is worse than any feasible one.</param>
public sealed record Trial(long Set, IReadOnlyList<double> Objectives, bool Feasible = true)
{
    /// <summary>True where at least one objective is a number.</summary>
    public bool HasObjective
    {
        get
        {
            for (var i = 0; i < Objectives.Count; i++)
            {
                if (!double.IsNaN(Objectives[i])) return true;
            }

            return false;
        }
    }
}
