using Backtest.Engine.Studies;
using Backtest.Storage.Export;
using Backtest.Storage.Journal;
using Backtest.Storage.Results;
using Backtest.Storage.Store;
using Backtest.Storage.Tests.Examples;
using CsCheck;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Results;

public sealed class ResultTableTests : IDisposable
{
    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void RowsAreSortedByIndexInWhateverOrderTheyWereRecorded()
    {
        var plan = Crosses(5);
        _journal.Add(Name, Batch(Done(plan, 4), Done(plan, 0)), Batch(Done(plan, 2)));

        var table = ResultTable.Read(plan, _journal.Store);

        Assert.Equal([0, 2, 4], Indices(table));
        Assert.Equal([1.0, 3, 5], table.At([0, 1, 2]).Select(row => row.Parameter(0).Number));
        Assert.Equal((3, 2L, 0, RecordedAt), (table.Count, table.Missing, table.Departed, table.LastRecordedAt));
    }

    [Fact]
    public void TheFirstResultOfAKeyCounts()
    {
        var plan = Crosses(1);
        _journal.Add(Name, Batch(Done(plan, 0, sharpe: 1)), Batch(Done(plan, 0, sharpe: 2)));

        var table = ResultTable.Read(plan, _journal.Store);

        Assert.Equal(1, table[0].Metrics.Sharpe);
        Assert.Equal(0, table.Departed);
    }

    [Fact]
    public void ARetryGivesFailuresBackUntilTheyAreRecordedAgain()
    {
        var plan = Crosses(2);
        var failed = Failed(plan, 1);
        _journal.Add(Name, Batch(Done(plan, 0), failed), new RetryRecorded([failed.Key], RecordedAt));

        Assert.Equal([0], Indices(ResultTable.Read(plan, _journal.Store)));

        _journal.Add(Name, Batch(Done(plan, 1)));

        Assert.Equal((2, 0), (ResultTable.Read(plan, _journal.Store).Counts[ResultStatus.Done], ResultTable.Read(plan, _journal.Store).Failed));
    }

    [Fact]
    public void RowsWhoseKeyHasLeftThePlanStayOutAndAreCounted()
    {
        var before = Crosses(5);
        _journal.Add(Name, Batch([.. Enumerable.Range(0, 5).Select(index => Done(before, index))]));

        var table = ResultTable.Read(Crosses(3, firstFast: 4), _journal.Store);

        Assert.Equal([0, 1], Indices(table));
        Assert.Equal((3, 1L), (table.Departed, table.Missing));
    }

    [Fact]
    public void TwoWindowsOverTheSameBarsShareAResultAndHaveARowEach()
    {
        var plan = Crosses(2, 1, Window.All, new Window("2010..", new DateTime(2010, 1, 1).Ticks, null));
        _journal.Add(Name, Batch(Done(plan, 0)));

        var table = ResultTable.Read(plan, _journal.Store);

        Assert.Equal([0, 1], Indices(table));
        Assert.Equal(["all", "2010.."], table.At([0, 1]).Select(row => row.Window));
        Assert.Equal(0, table.Departed);
    }

    [Fact]
    public void ADamagedEventIsNamedAndItsResultsAreMissing()
    {
        var plan = Crosses(3);
        var damaged = _journal.Add(Name, Batch(Done(plan, 0), Done(plan, 1)));
        _journal.Add(Name, Batch(Done(plan, 2)));
        _journal.Damage(Name, damaged);

        var table = ResultTable.Read(plan, _journal.Store);

        Assert.Equal([2], Indices(table));
        Assert.Equal("event 1: its checksum does not match its content", Assert.Single(table.Damaged));
    }

    [Fact]
    public void AStudyThatNeverRanHasNoRows()
    {
        _journal.Add("another", Batch(Done(Crosses(1), 0)));

        var table = ResultTable.Read(Crosses(3), _journal.Store);

        Assert.Equal((0, 3L), (table.Count, table.Missing));
        Assert.Null(table.Study);
    }

    [Fact]
    public void WithoutAStoreThereIsNothingToRead() =>
        Assert.Throws<StoreException>(() => ResultTable.Read(Crosses(1), new StoreDirectory(Path.Combine(_journal.Store.Path, "none"))));

    [Fact]
    public void HoweverResultsAreBatchedAndOrderedTheExportIsTheSame()
    {
        var plan = Crosses(60);
        var results = Enumerable.Range(0, 60).Select(index => index % 7 == 0 ? Failed(plan, index) : Done(plan, index, index % 5)).ToArray();
        var expected = Csv(plan, [Batch(results)]);
        Gen.Select(Gen.Shuffle(results), Gen.Int[1, 60], Gen.Int[0, 20]).Sample(
            (shuffled, size, twice) =>
            {
                var batches = shuffled.Concat(shuffled.Take(twice)).Chunk(size).Select(rows => Batch(rows));
                Assert.Equal(expected, Csv(plan, [.. batches]));
            },
            iter: 20,
            threads: 1);
    }

    private static string Csv(Plan plan, JournalEvent[] events)
    {
        using var journal = new JournalFile();
        journal.Add(Name, events);
        var table = ResultTable.Read(plan, journal.Store);
        var text = new StringWriter();
        ResultExport.Write(text, ExportFormat.Csv, table.At(Enumerable.Range(0, table.Count)), table.Columns.All);
        return text.ToString();
    }

    private static IEnumerable<long> Indices(ResultTable table) => table.At(Enumerable.Range(0, table.Count)).Select(row => row.Index);
}
