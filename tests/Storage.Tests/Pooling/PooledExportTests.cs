using System.Text.Json;
using Backtest.Engine.Statistics.Pooling;
using Backtest.Storage.Pooling;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Pooling;

public sealed class PooledExportTests : IDisposable
{
    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void CsvAndJsonHaveTheSameColumnsAndNumbers()
    {
        var plan = SweepStudy.Plan();
        var table = new PooledTable(SweepStudy.Run(_journal, plan, index => index < 3 ? ResultStudy.Failed(plan, index) : null));
        var selection = new PooledQuery(RankingFocus.All[0]).Select(table);
        var (csv, text) = (new StringWriter(), new StringWriter());

        PooledExport.WriteCsv(csv, selection);
        PooledExport.WriteJson(text, selection);

        var lines = csv.ToString().TrimEnd('\n').Split('\n').Select(line => line.Split(',')).ToArray();
        using var json = JsonDocument.Parse(text.ToString());
        var sets = json.RootElement.EnumerateArray().ToArray();
        Assert.Equal(["strategy", "fast", "slow", "symbol", "windows"], lines[0][..5]);
        Assert.Equal((97, 96), (lines.Length, sets.Length));
        for (var i = 0; i < sets.Length; i++)
        {
            var values = sets[i].EnumerateObject().Select(member => member.Value.ValueKind == JsonValueKind.Null ? "" : member.Value.ToString());
            Assert.Equal(lines[0], sets[i].EnumerateObject().Select(member => member.Name));
            Assert.Equal(lines[i + 1], values);
        }

        // The set without a window comes last, and has nothing but its name and its counts.
        Assert.Equal("0", lines[^1][4]);
        Assert.Equal("", lines[^1][^1]);
    }
}
