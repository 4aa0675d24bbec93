using Backtest.Storage.Journal;
using Backtest.Storage.Store;
using Microsoft.Data.Sqlite;

namespace Backtest.Storage.Tests.Examples;

/// <summary>A store whose journal a test writes event by event, with the columns that a reader looks at.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, long> _sequences = [];

    public JournalFile()
    {
        Store = new StoreDirectory(_folder.Path);
        Execute("CREATE TABLE journal (persistence_id TEXT, sequence_number INTEGER, manifest TEXT, message BLOB)");
    }

    public StoreDirectory Store { get; }

    public JournalReader Open() => JournalReader.Open(Store);

    /// <summary>Adds events; the answer is the number of the last one.</summary>
    public long Add(string study, params JournalEvent[] events)
    {
        foreach (var @event in events) Add(study, JournalCodec.Manifest(@event), JournalCodec.Encode(@event));
        return _sequences[study];
    }

    public void Add(string study, string manifest, byte[] bytes)
    {
        _sequences[study] = _sequences.GetValueOrDefault(study) + 1;
        Execute(
            "INSERT INTO journal VALUES ($study, $sequence, $manifest, $message)",
            ("$study", study),
            ("$sequence", _sequences[study]),
            ("$manifest", manifest),
            ("$message", bytes));
    }

    /// <summary>Changes one byte of an event, as a failing disk would.</summary>
    public void Damage(string study, long sequence, int at = 40) => Execute(
        "UPDATE journal SET message = CAST(substr(message, 1, $at) || CASE WHEN substr(message, $at + 1, 1) = x'55' THEN x'54' ELSE x'55' END "
            + "|| substr(message, $at + 2) AS BLOB) WHERE persistence_id = $study AND sequence_number = $sequence",
        ("$at", at),
        ("$study", study),
        ("$sequence", sequence));

    public void Remove(string study, long sequence) => Execute(
        "DELETE FROM journal WHERE persistence_id = $study AND sequence_number = $sequence", ("$study", study), ("$sequence", sequence));

    public void Dispose() => _folder.Dispose();

    private void Execute(string text, params (string Name, object Value)[] parameters)
    {
        var settings = new SqliteConnectionStringBuilder(Store.ConnectionString) { Pooling = false };
        using var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
