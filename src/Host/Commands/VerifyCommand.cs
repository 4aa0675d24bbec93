using System.CommandLine;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Host.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest verify</c>: reads everything that is recorded and says whether it is sound.</summary>
internal static class VerifyCommand
{
    private const int MostLines = 50;

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var store = SharedOptions.Store();
        var study = new Argument<string?>("STUDY")
        {
            Description = "A study file, or the name of a study in the store; all studies where none is named.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var recompute = new Option<string>("--recompute")
        {
            Description = "Also runs a sample again and compares: so many backtests, or a percentage such as 5%.",
            HelpName = "N|N%",
        };
        var seed = new Option<ulong>("--seed") { Description = "Chooses the sample.", DefaultValueFactory = _ => 1 };
        var command = new Command("verify", "Check that everything recorded is sound.") { study, store, recompute, seed };
        command.SetAction((parsed, cancellation) =>
        {
            var sample = parsed.GetValue(recompute) is { } text ? SampleSize.Parse(text) : (SampleSize?)null;
            var directory = new StoreDirectory(parsed.GetRequiredValue(store));
            using var journal = JournalReader.Open(directory);
            var verification = new Verification(shell, directory, journal, sample, parsed.GetValue(seed), cancellation);
            IReadOnlyList<string> references = parsed.GetValue(study) is { } one ? [one] : journal.Studies;
            var sound = true;
            foreach (var reference in references) sound &= verification.Run(reference);
            return Task.FromResult(sound ? ExitCodes.Done : ExitCodes.Broken);
        });
        return command;
    }

    private sealed record Verification(
        Shell Shell, StoreDirectory Store, JournalReader Journal, SampleSize? Sample, ulong Seed, CancellationToken Cancellation)
    {
        public bool Run(string reference)
        {
            // A name needs no file: the journal is checked even where its bars are gone.
            var known = Journal.Studies.Contains(reference);
            var opened = known ? null : StudyReference.Open(reference, Store);
            var check = JournalCheck.Of(Journal, opened?.Name ?? reference, Cancellation);
            var table = check.Lost.Count > 0 || Sample is not null ? Table(opened, reference) : null;
            var repaired = check.Lost.Count > 0 && table is { Missing: 0 };
            var sound = check.Wrong.Count == 0 && (check.Lost.Count == 0 || repaired);
            var (events, results) = (MetricText.Count(check.Events), MetricText.Count(check.Results));
            Shell.Output.WriteLine($"{PrintableText.Of(check.Study)}: {events} events, {results} results: {(sound ? "sound" : "DAMAGED")}");
            foreach (var line in check.Lost.Concat(check.Wrong).Take(MostLines)) Shell.Output.WriteLine($"  {PrintableText.Of(line)}");
            var left = check.Lost.Count + check.Wrong.Count - MostLines;
            if (left > 0) Shell.Output.WriteLine($"  and {MetricText.Count(left)} more");
            if (check.Lost.Count > 0) TellRepair(check, table, repaired, reference);
            return (Sample is null || table is null || Recompute(table, Sample.Value)) && sound;
        }

        private void TellRepair(JournalCheck check, ResultTable? table, bool repaired, string reference)
        {
            if (repaired) Shell.Output.WriteLine("  all backtests of the plan are recorded all the same: nothing is missing");
            else Shell.Output.WriteLine($"  {MetricText.Count(table?.Missing ?? check.LostResults)} backtests are missing: "
                + $"'{StudyResults.RunCommandOf(reference)}' computes them again");
        }

        private bool Recompute(ResultTable table, SampleSize sample)
        {
            var again = Recomputation.Run(table, sample.Of(table.Count), Seed, Cancellation);
            Shell.Output.WriteLine($"  {MetricText.Count(again.Count)} computed again: "
                + (again.Different.Count == 0 ? "all equal" : $"{MetricText.Count(again.Different.Count)} DIFFERENT"));
            foreach (var (row, now) in again.Different.Take(MostLines))
            {
                Shell.Output.WriteLine($"  backtest {row.Key} ({FailureText.Subject(row)}): recorded {row.Result.Hash}, now {now.Hash}: "
                    + "its strategy is not deterministic");
            }

            return again.Different.Count == 0;
        }

        /// <summary>The study's rows; null where its files are gone, which is told and does not keep the journal from being checked.</summary>
        private ResultTable? Table(OpenedStudy? opened, string reference)
        {
            try
            {
                return ResultTable.Read(StudyReference.Plan(opened ?? StudyReference.Open(reference, Store)), Journal);
            }
            catch (InputException gone) when (Sample is null)
            {
                foreach (var problem in gone.Problems) Shell.Error.WriteLine(problem);
                return null;
            }
        }
    }
}
