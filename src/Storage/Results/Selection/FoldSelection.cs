using Backtest.Engine.Statistics;
using Backtest.Engine.Studies.Folds;

namespace Backtest.Storage.Results.Selection;

/// <summary>For each data set and fold of a study, the parameter set that would have been chosen in-sample, over all strategies, and how it did
/// out-of-sample. Nothing of the out-of-sample windows takes part in a choice; what the final filter drops may be chosen,
/// since it knows them.</summary>
/// <param name="Metric">The metric whose best is chosen.</param>
/// <param name="Choices">The choices, by data set and fold; a fold without a candidate has none.</param>
public sealed record FoldSelection(Metric Metric, IReadOnlyList<FoldChoice> Choices)
{
    /// <summary>Makes the choices.</summary>
    /// <param name="table">The results of a study with folds.</param>
    /// <param name="metric">The metric; null for the one that the study names.</param>
    /// <exception cref="InvalidOperationException">The study's windows are listed: it has no folds.</exception>
    public static FoldSelection Of(ResultTable table, Metric? metric = null)
    {
        var schedule = table.Plan.Study.Definition.Folds ?? throw new InvalidOperationException("the study has no folds");
        metric ??= Metric.Find(schedule.Select)!;
        var folds = schedule.Folds(table.Plan.Windows);
        List<FoldChoice> choices = [];
        for (var dataSet = 0; dataSet < table.Plan.Study.Series.Count; dataSet++)
        {
            var merits = new MeritTable(table, metric, dataSet);
            foreach (var fold in folds)
            {
                if (Choose(table, merits, fold, dataSet) is { } choice) choices.Add(choice);
            }
        }

        return new FoldSelection(metric, choices);
    }

    /// <summary>Walk-forward efficiency: the mean annual growth of the chosen out-of-sample over that in-sample, both weighted by bars
    /// (R. Pardo 2008). Undefined where the growth in-sample is not positive.</summary>
    public static double Efficiency(IEnumerable<FoldChoice> choices)
    {
        var all = choices.ToArray();
        var inSample = FoldChoice.Mean([.. all.SelectMany(choice => choice.InSample)], metrics => metrics.Cagr);
        var outOfSample = FoldChoice.Mean([.. all.SelectMany(choice => choice.OutOfSample)], metrics => metrics.Cagr);
        return inSample > 0 ? outOfSample / inSample : double.NaN;
    }

    private static FoldChoice? Choose(ResultTable table, MeritTable merits, Fold fold, int dataSet)
    {
        var (best, most, candidates) = (-1, double.NegativeInfinity, new List<int>());
        for (var set = 0; set < merits.Sets; set++)
        {
            if (!merits.IsRecorded(set, fold.InSample) || !merits.IsRecorded(set, fold.OutOfSample)) continue;
            var merit = merits.Mean(set, fold.InSample);
            if (double.IsNaN(merit)) continue;
            candidates.Add(set);
            // Of equal ones the first in the plan.
            if (best < 0 || merit > most) (best, most) = (set, merit);
        }

        if (best < 0) return null;
        var own = merits.Mean(best, fold.OutOfSample);
        var better = candidates.Count(set => IsBetter(merits.Mean(set, fold.OutOfSample), own));
        return new FoldChoice(fold, dataSet, Rows(fold.InSample), Rows(fold.OutOfSample), candidates.Count, better + 1);

        ResultRow[] Rows(IReadOnlyList<int> windows)
        {
            var first = ((long)best * table.Plan.Study.Series.Count + dataSet) * table.Plan.Windows.Count;
            return [.. windows.Select(window => table.FindRow(first + window)!.Value)];
        }
    }

    /// <summary>Whether a merit is better than another; an undefined one is worse than any.</summary>
    private static bool IsBetter(double merit, double other) => merit > other || (double.IsNaN(other) && !double.IsNaN(merit));
}
