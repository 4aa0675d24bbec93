using Backtest.Engine.Studies.Folds;

namespace Backtest.Storage.Results.Selection;

/// <summary>What was chosen in-sample in one fold, and how it did out-of-sample.</summary>
/// <param name="Fold">The fold.</param>
/// <param name="DataSet">Position of the data set.</param>
/// <param name="InSample">The rows of the chosen set in the windows that the choice was made in.</param>
/// <param name="OutOfSample">Its rows in the windows that tell how it did.</param>
/// <param name="Candidates">The sets that there were to choose from: those that are recorded in all windows of the fold and whose metric is
/// defined in-sample.</param>
/// <param name="Rank">The place of the chosen set among the candidates out-of-sample, from 1; ties share the better place.</param>
public sealed record FoldChoice(
    Fold Fold, int DataSet, IReadOnlyList<ResultRow> InSample, IReadOnlyList<ResultRow> OutOfSample, int Candidates, int Rank)
{
    /// <summary>The mean of a metric over some of its rows, weighted by their bars; NaN where one of them has none.</summary>
    public static double Mean(IReadOnlyList<ResultRow> rows, Func<Engine.Statistics.Metrics, double> metric)
    {
        var (sum, bars) = (0.0, 0);
        foreach (var row in rows)
        {
            sum += metric(row.Metrics) * row.Metrics.Bars;
            bars += row.Metrics.Bars;
        }

        return bars > 0 ? sum / bars : double.NaN;
    }
}
