using Backtest.Host.CommandLine;
using Backtest.Host.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Results;

/// <summary>A study that a command line named, and what is recorded of it.</summary>
/// <param name="Study">The study.</param>
/// <param name="Table">Its results.</param>
internal sealed record StudyResults(OpenedStudy Study, ResultTable Table)
{
    /// <summary>Opens a study and reads its results; what the user should know about them is told on standard error.</summary>
    /// <param name="shell">Takes the messages.</param>
    /// <param name="reference">A study file, or the name of a study in the store.</param>
    /// <param name="store">The store.</param>
    public static StudyResults Open(Shell shell, string reference, StoreDirectory store)
    {
        using var journal = JournalReader.Open(store);
        var study = StudyReference.Open(reference, store);
        var results = new StudyResults(study, ResultTable.Read(StudyReference.Plan(study), journal));
        results.Tell(shell, reference);
        return results;
    }

    /// <summary>The command that runs what is missing.</summary>
    public static string RunCommandOf(string reference) => $"backtest run {PrintableText.Of(reference)}";

    private void Tell(Shell shell, string reference)
    {
        var name = Study.Name;
        foreach (var damaged in Table.Damaged)
            shell.Error.WriteLine($"backtest: {name}, {damaged}: its results are missing, '{RunCommandOf(reference)}' runs them again");
        if (Table.Departed > 0) shell.Error.WriteLine($"backtest: {MetricText.Count(Table.Departed)} recorded {Results(Table.Departed)} of {name} "
            + $"{(Table.Departed == 1 ? "is" : "are")} not listed, {WhyDeparted()}");
        if (Table.Missing > 0) shell.Error.WriteLine($"backtest: {MetricText.Count(Table.Missing)} of {MetricText.Count(Table.Plan.Count)} "
            + $"backtests of {name} are not recorded, '{RunCommandOf(reference)}' runs them");
    }

    private string WhyDeparted()
    {
        var changed = ChangedData();
        return changed.Count == 0
            ? "because their parameters, costs, windows or code are no longer the study's, or the engine has changed"
            : $"because the data of {string.Join(", ", changed)} have changed since they were recorded";
    }

    /// <summary>The symbols whose bars are not those that the last run recorded.</summary>
    private List<string> ChangedData()
    {
        var series = Table.Plan.Study.Series;
        var recorded = Table.Study?.DataHashes ?? [];
        return [.. series.Where((bars, at) => at < recorded.Count && bars.ContentHash != recorded[at])
            .Select(bars => PrintableText.Of(bars.Symbol)).Distinct()];
    }

    private static string Results(long count) => count == 1 ? "result" : "results";
}
