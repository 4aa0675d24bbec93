using Backtest.Actors.Running;
using Backtest.Engine.Market;
using Backtest.Host.Studies;
using Backtest.Storage.Bars;
using Backtest.Storage.Store;
using Microsoft.Data.Sqlite;

namespace Backtest.Host.Tests.Examples;

/// <summary>A folder with studies and a store in which they are recorded.</summary>
internal sealed class RecordedStudies : IDisposable
{
    public RecordedStudies(string strategies = Crosses, string name = "crosses")
    {
        using (var bars = new StreamWriter(Terminal["bars.csv"])) BarCsv.Write(bars, SyntheticBars.Create("SPX", Timeframe.Day, 300, 1));
        const string data = "data:\n  - { symbol: SPX, file: bars.csv, timeframe: 1d }";
        Study = Terminal.Write($"{name}.yaml", $"study: {name}\n{data}\nstrategies:\n{strategies}\n");
    }

    /// <summary>Built-in crosses: 18 backtests.</summary>
    public const string Crosses = "  - name: sma-cross\n    parameters: { fast: [2, 3, 5], slow: { from: 6, to: 11 } }";

    /// <summary>A strategy of this assembly: 12 backtests of which 4 fail.</summary>
    public static string Poisoned { get; } =
        $"  - name: poison\n    assembly: {typeof(PoisonStrategy).Assembly.Location}\n    parameters: {{ period: {{ from: 1, to: 12 }}, poison: 3 }}";

    /// <summary>A strategy that is not deterministic: 5 backtests.</summary>
    public static string Fickle { get; } =
        $"  - name: fickle\n    assembly: {typeof(FickleStrategy).Assembly.Location}\n    parameters: {{ number: {{ from: 1, to: 5 }} }}";

    /// <summary>Backtests that each take a time, of which one may never end.</summary>
    public static string Slow(int count, int wait, int hang = 0) =>
        $"  - name: slow\n    assembly: {typeof(SlowStrategy).Assembly.Location}\n"
        + $"    parameters: {{ number: {{ from: 1, to: {count} }}, wait: {wait}, hang: {hang} }}";

    public Terminal Terminal { get; } = new();

    /// <summary>The study file.</summary>
    public string Study { get; }

    /// <summary>Runs the study into the store.</summary>
    public async Task<RecordedStudies> RunAsync(int workers = 1, int? batch = null, int? checkpointBatch = null)
    {
        var opened = StudyReference.Open(Study, new StoreDirectory(Terminal.Store));
        var options = new StudyRunOptions
        {
            Store = Terminal.Store,
            Source = opened.Source,
            Workers = workers,
            BatchSize = batch,
            CheckpointBatchSize = checkpointBatch,
        };
        var outcome = await StudyRunner.RunAsync(opened.Study, options);
        Assert.Equal(RunEnd.Finished, outcome.End);
        return this;
    }

    /// <summary>Runs one command on the study by its file, or by its name where that is said.</summary>
    public Task<int> CommandAsync(string command, params string[] more) => Terminal.RunAsync([command, Study, .. more, "--store", Terminal.Store]);

    /// <summary>Flips a bit in the first batch of results.</summary>
    public void Damage()
    {
        var settings = new SqliteConnectionStringBuilder(new StoreDirectory(Terminal.Store).ConnectionString) { Pooling = false };
        using var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE journal SET message = CAST(substr(message, 1, 60) "
            + "|| CASE WHEN substr(message, 61, 1) = x'55' THEN x'54' ELSE x'55' END "
            + "|| substr(message, 62) AS BLOB) WHERE ordering = (SELECT min(ordering) FROM journal WHERE manifest = 'results.v1')";
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    public void Dispose() => Terminal.Dispose();
}
