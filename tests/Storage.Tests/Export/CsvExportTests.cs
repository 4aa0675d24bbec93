using System.Globalization;
using Backtest.Storage.Export;
using Backtest.Storage.Results;
using CsCheck;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Export;

public sealed class CsvExportTests
{
    [Fact]
    public void TheBytesAreExactlyTheseForDoneAndFailedRowsOfSeveralStrategies()
    {
        using var table = ExportTable.Mixed();

        // Keys, and the hashes over them, change with the engine's result version; all else is fixed.
        var written = table.Rows.Aggregate(Write(table), (text, row) => text
            .Replace(row.Key.ToString(), $"key-{row.Index}", StringComparison.Ordinal)
            .Replace(row.Result.Hash.ToString(), $"hash-{row.Index}", StringComparison.Ordinal));

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Export", "Golden", "mixed.csv")), written);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@now", "'@now")]
    [InlineData("a=1", "a=1")]
    [InlineData("say \"hi\", twice", "say \"\"hi\"\", twice")]
    [InlineData("one\ntwo", "one\\u000atwo")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    public void TextsCanNeitherBreakALineNorRunAsAFormula(string text, string written)
    {
        var plan = Mixed(text);
        using var table = new ExportTable(plan, Done(plan, 4));

        var lines = Write(table).TrimEnd('\n').Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Contains(written, lines[1], StringComparison.Ordinal);
        if (text.Contains('\n') || text.Contains('\u001b')) Assert.DoesNotContain(text, lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ANegativeNumberIsANumber()
    {
        var plan = Crosses(1);
        using var table = new ExportTable(plan, Done(plan, 0, sharpe: -1.5));

        Assert.Contains(",-1.5,", Write(table), StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersReadBackToTheSameBitsInEveryCulture() => Gen.Double.Where(number => !double.IsNaN(number)).Sample(
        number =>
        {
            var plan = Crosses(1);
            using var table = new ExportTable(plan, Done(plan, 0, sharpe: number));
            var lines = Write(table).TrimEnd('\n').Split('\n');
            var at = Array.IndexOf(lines[0].Split(','), "sharpe");

            var read = double.Parse(lines[1].Split(',')[at], CultureInfo.InvariantCulture);

            Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(read));
        },
        iter: 50,
        threads: 1);

    [Fact]
    public void ProvenanceIsAddedAtTheEnd()
    {
        var plan = Crosses(1);
        using var table = new ExportTable(plan, Done(plan, 0));

        var lines = Write(table, table.Table.Columns.WithProvenance).TrimEnd('\n').Split('\n');

        Assert.EndsWith(",error,attempts,worker,node,recorded_at", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",,1,worker-1,local,2024-05-06T07:08:09Z", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutRowsThereIsAHeader()
    {
        using var table = new ExportTable(Crosses(1));

        Assert.StartsWith("index,key,", Assert.Single(Write(table).TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    private static string Write(ExportTable table, IReadOnlyList<ResultColumn>? columns = null)
    {
        var text = new StringWriter();
        ResultExport.Write(text, ExportFormat.Csv, table.Rows, columns ?? table.Table.Columns.All);
        return text.ToString();
    }
}
