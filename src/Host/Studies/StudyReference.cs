using Backtest.Actors.Running;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Storage.Bars;
using Backtest.Storage.Journal;
using Backtest.Storage.Problems;
using Backtest.Storage.Store;
using Backtest.Storage.Studies;
using Backtest.Strategies;

namespace Backtest.Host.Studies;

/// <summary>Finds the study that a command line names: a file, or the name of a study in the store, which keeps the file's text.</summary>
internal static class StudyReference
{
    /// <summary>Opens a study with its bars and strategies.</summary>
    /// <param name="reference">A file or a name.</param>
    /// <param name="store">The store.</param>
    /// <param name="writeNothing">Whether the store's caches are left alone where there is no store yet.</param>
    /// <exception cref="InputException">The study file, or a file that it names, is wrong.</exception>
    /// <exception cref="UsageException">There is no such file and no such study.</exception>
    public static OpenedStudy Open(string reference, StoreDirectory store, bool writeNothing = false)
    {
        var document = Read(reference, store);
        var caches = !writeNothing || Directory.Exists(store.Path);
        var study = StudyLoader.Load(
            document,
            BuiltInStrategies.All,
            caches ? new BarCache(store.BarsDirectory) : null,
            caches ? new SourceCache(store.SourcesDirectory) : null);
        return new OpenedStudy(study, new StudySource(document.Text, Path.GetFullPath(document.Path)), document.Path, store);
    }

    /// <summary>Plans a study; what is wrong with the plan is told as a problem of its file.</summary>
    public static Plan Plan(OpenedStudy study)
    {
        try
        {
            return new Plan(study.Study);
        }
        catch (StudyException wrong)
        {
            throw new InputException(study.Path, 0, 0, wrong.Message);
        }
    }

    private static StudyDocument Read(string reference, StoreDirectory store)
    {
        if (IsFile(reference)) return StudyFile.Read(reference);
        if (!store.Exists)
            throw new UsageException(
                $"there is no file '{reference}', and store {store.Path} is empty: name a study file, or another store with --store");
        using var journal = JournalReader.Open(store);
        if (journal.FindStudy(reference) is { } recorded)
        {
            if (recorded.Text.Length == 0)
                throw new UsageException(
                    $"study '{reference}' was run from code, not from a study file: look at its results with a program, through ResultTable");
            return StudyFile.Parse(recorded.Text, recorded.Path);
        }

        var names = journal.Studies;
        var remedy = Spelling.Remedy(reference, names);
        throw new UsageException($"there is no file '{reference}', and no study of that name in store {store.Path}: {remedy}");
    }

    private static bool IsFile(string reference) =>
        File.Exists(reference) || Directory.Exists(reference) || reference.Contains('/') || reference.Contains('\\')
        || reference.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || reference.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
