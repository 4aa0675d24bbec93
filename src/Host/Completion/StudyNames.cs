using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Host.Completion;

/// <summary>The studies of a store, for whoever types one of their names.</summary>
internal static class StudyNames
{
    /// <summary>The names; none where the store cannot be read: completing a word is no place for complaints.</summary>
    public static IReadOnlyList<string> In(StoreDirectory store)
    {
        if (!store.Exists) return [];
        try
        {
            using var journal = JournalReader.Open(store);
            return journal.Studies;
        }
        catch (StoreException)
        {
            return [];
        }
    }
}
