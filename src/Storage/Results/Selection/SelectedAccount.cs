namespace Backtest.Storage.Results.Selection;

/// <summary>The out-of-sample accounts of one data set.</summary>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Paths">One account for walk-forward windows, one a path for a cross-validation.</param>
/// <param name="Efficiency">See <see cref="FoldSelection.Efficiency"/>.</param>
public sealed record SelectedAccount(string Symbol, IReadOnlyList<StitchedEquity> Paths, double Efficiency)
{
    /// <summary>More paths than these are not computed.</summary>
    public const int MostPaths = 1000;

    /// <summary>The accounts of a selection, by data set.</summary>
    public static IReadOnlyList<SelectedAccount> Of(ResultTable table, FoldSelection selection) =>
    [
        .. from choices in selection.Choices.GroupBy(choice => choice.DataSet)
           let own = choices.ToArray()
           select new SelectedAccount(
               own[0].InSample[0].Symbol,
               [.. StitchedEquity.Paths(own).Take(MostPaths).Select(path => StitchedEquity.Of(table.Plan, path))],
               FoldSelection.Efficiency(own)),
    ];
}
