using Backtest.Storage.Export;
using Backtest.Storage.Results;

namespace Backtest.Storage.Tests.Export;

public sealed class ResultExportTests
{
    [Theory]
    [InlineData("a.csv", ExportFormat.Csv)]
    [InlineData("a.b.JSON", ExportFormat.Json)]
    [InlineData("/x/a.parquet", ExportFormat.Parquet)]
    public void AFilesEndingNamesItsFormat(string path, ExportFormat format) => Assert.Equal(format, ExportFormats.OfFile(path));

    [Theory]
    [InlineData("a.txt")]
    [InlineData("csv")]
    [InlineData("")]
    public void AnotherEndingNamesNone(string path) => Assert.Null(ExportFormats.OfFile(path));

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Parquet)]
    public void AnExportThatBreaksLeavesTheOldFileAndNothingElse(ExportFormat format)
    {
        using var table = ExportTable.Mixed();
        File.WriteAllText(table["rows"], "old");
        var before = Directory.GetFiles(Path.GetDirectoryName(table["rows"])!).Length;

        Assert.ThrowsAny<Exception>(() => ResultExport.WriteFile(table["rows"], format, Breaking(table.Rows), table.Table.Columns.All));

        Assert.Equal("old", File.ReadAllText(table["rows"]));
        Assert.Equal(before, Directory.GetFiles(Path.GetDirectoryName(table["rows"])!).Length);
    }

    [Fact]
    public void AnExportCanBeCancelledBetweenRows()
    {
        using var table = ExportTable.Mixed();

        Assert.Throws<OperationCanceledException>(() =>
            ResultExport.Write(new StringWriter(), ExportFormat.Json, table.Rows, table.Table.Columns.All, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void AFileHasTheBytesOfTheStream()
    {
        using var table = ExportTable.Mixed();
        var text = new StringWriter();

        ResultExport.Write(text, ExportFormat.Csv, table.Rows, table.Table.Columns.All);
        ResultExport.WriteFile(table["rows.csv"], ExportFormat.Csv, table.Rows, table.Table.Columns.All);

        Assert.Equal(new System.Text.UTF8Encoding(false).GetBytes(text.ToString()), File.ReadAllBytes(table["rows.csv"]));
    }

    private static IEnumerable<ResultRow> Breaking(IEnumerable<ResultRow> rows)
    {
        foreach (var row in rows) yield return row;
        throw new InvalidDataException("no more");
    }
}
