using Backtest.Storage.Store;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Store;

public sealed class StoreInspectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AStoreThatIsNotThereIsInspectedWithoutBeingMade()
    {
        var store = new StoreDirectory(_folder["deep/er/store"]);

        var inspection = StoreInspection.Of(store);

        Assert.Equal((null, null, null), (inspection.WriteProblem, inspection.Holder, inspection.Journal));
        Assert.True(inspection.FreeBytes > 0);
        Assert.StartsWith("3.", inspection.SqliteVersion, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void AJournalIsSoundDurableAndItsLockHeldOrFree()
    {
        var store = new StoreDirectory(_folder["store"]);
        using (store.OpenForWriting())
            Assert.Equal($"process {Environment.ProcessId}", StoreInspection.Of(store).Holder);

        var inspection = StoreInspection.Of(store);

        Assert.Null(inspection.Holder);
        Assert.Equal((null, "wal", 2), (inspection.Journal!.Problem, inspection.Journal.Mode, inspection.Journal.Synchronous));
    }

    [Fact]
    public void AFileThatIsNoDatabaseIsAProblem()
    {
        var store = new StoreDirectory(_folder["store"]);
        Directory.CreateDirectory(store.Path);
        File.WriteAllText(store.JournalFile, new string('x', 5_000));

        Assert.Contains("not a database", StoreInspection.Of(store).Journal!.Problem, StringComparison.Ordinal);
    }
}
