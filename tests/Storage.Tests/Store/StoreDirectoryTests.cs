using Backtest.Storage.Store;
using Backtest.Storage.Tests.Examples;
using Microsoft.Data.Sqlite;

namespace Backtest.Storage.Tests.Store;

public sealed class StoreDirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AStoreIsMadeWhereThereIsNone()
    {
        var store = new StoreDirectory(_folder["some/where"]);
        Assert.False(store.Exists);

        store.OpenForWriting().Dispose();

        Assert.True(store.Exists);
        Assert.Equal("wal", JournalMode(store));
    }

    [Fact]
    public void AStoreCanBeOpenedAgain()
    {
        var store = new StoreDirectory(_folder.Path);
        for (var i = 0; i < 3; i++) store.OpenForWriting().Dispose();

        Assert.True(store.Exists);
    }

    [Fact]
    public void ARelativePathIsMadeFull() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, ".backtest"), new StoreDirectory(StoreDirectory.DefaultName).Path);

    [Fact]
    public void OneRunAtATimeMayWriteAndTheOtherIsToldWhoDoes()
    {
        var store = new StoreDirectory(_folder.Path);
        using var held = store.OpenForWriting();

        var refused = Assert.Throws<StoreException>(store.OpenForWriting);

        Assert.StartsWith(
            $"store {store.Path} is in use by another run (process {Environment.ProcessId}): wait for it, or choose another with --store",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AJournalThatIsNoDatabaseIsRefusedWithTheRemedyAndLeavesNoLock()
    {
        var store = new StoreDirectory(_folder.Path);
        _folder.Write("journal.db", "This is not a database, and it is long enough to show it. ".PadRight(2000, '.'));

        var refused = Assert.Throws<StoreException>(store.OpenForWriting);

        Assert.Equal(
            $"store {store.JournalFile} cannot be opened: SQLite Error 26: 'file is not a database'.; if it was damaged, move it away and run again",
            refused.Message);
        File.Delete(store.JournalFile);
        store.OpenForWriting().Dispose();
    }

    [Fact]
    public void ADirectoryInPlaceOfTheJournalIsRefused()
    {
        var store = new StoreDirectory(_folder.Path);
        Directory.CreateDirectory(store.JournalFile);

        Assert.Contains("cannot be opened", Assert.Throws<StoreException>(store.OpenForWriting).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileInPlaceOfTheStoreIsRefused()
    {
        var store = new StoreDirectory(_folder.Write("file", "content"));

        var refused = Assert.Throws<StoreException>(store.OpenForWriting);

        Assert.StartsWith($"store {store.Path} cannot be made: ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("; choose another with --store", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AJournalThatCannotBeWrittenIsRefusedBeforeAnythingRuns()
    {
        // Whoever may do everything may write to a read-only file too.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        var store = new StoreDirectory(_folder.Path);
        store.OpenForWriting().Dispose();
        File.SetUnixFileMode(store.JournalFile, UnixFileMode.UserRead);

        var refused = Assert.Throws<StoreException>(store.OpenForWriting);

        Assert.Equal(
            $"store {store.JournalFile} cannot be written: it is read-only; make it writable, or choose another with --store", refused.Message);
    }

    private static string JournalMode(StoreDirectory store)
    {
        using var connection = new SqliteConnection(store.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        var mode = (string)command.ExecuteScalar()!;
        SqliteConnection.ClearPool(connection);
        return mode;
    }
}
