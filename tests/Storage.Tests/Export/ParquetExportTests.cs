using Backtest.Storage.Export;
using Backtest.Storage.Results;
using Parquet;
using Parquet.Schema;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Export;

public sealed class ParquetExportTests
{
    [Fact]
    public async Task WhatIsWrittenReadsBackWithItsTypesAndNulls()
    {
        using var table = ExportTable.Mixed();

        await AssertReadsBackAsync(table);
    }

    [Fact]
    public async Task RowsBeyondAGroupGoIntoTheNext()
    {
        var plan = Crosses(1);
        using var table = new ExportTable(plan, Done(plan, 0));
        var rows = Enumerable.Repeat(table.Table[0], ParquetExport.RowsPerGroup + 1);
        ResultExport.WriteFile(table["many.parquet"], ExportFormat.Parquet, rows, [table.Table.Columns.Find("sharpe")!]);

        await using var reader = await ParquetReader.CreateAsync(table["many.parquet"]);

        Assert.Equal([ParquetExport.RowsPerGroup, 1], reader.RowGroups.Select(group => group.RowCount));
    }

    [Fact]
    public async Task WithoutRowsTheSchemaIsThereAllTheSame()
    {
        using var table = new ExportTable(Crosses(1));
        ResultExport.WriteFile(table["none.parquet"], ExportFormat.Parquet, table.Rows, table.Table.Columns.All);

        await using var reader = await ParquetReader.CreateAsync(table["none.parquet"]);

        Assert.Equal(table.Table.Columns.All.Count, reader.Schema.DataFields.Length);
    }

    private static async Task AssertReadsBackAsync(ExportTable table)
    {
        var columns = table.Table.Columns.WithProvenance;
        ResultExport.WriteFile(table["rows.parquet"], ExportFormat.Parquet, table.Rows, columns);
        await using var reader = await ParquetReader.CreateAsync(table["rows.parquet"]);
        using var group = reader.OpenRowGroupReader(0);
        Assert.Equal(columns.Select(column => column.Name), reader.Schema.DataFields.Select(field => field.Name));
        foreach (var (column, field) in columns.Zip(reader.Schema.DataFields)) await AssertReadsBackAsync(table, group, column, field);
    }

    private static async Task AssertReadsBackAsync(ExportTable table, ParquetRowGroupReader group, ResultColumn column, DataField field)
    {
        var count = table.Table.Count;
        switch (column.Kind)
        {
            case ResultColumnKind.Text:
                var texts = new string?[count];
                await group.ReadAsync(field, texts.AsMemory());
                Assert.Equal(table.Rows.Select(column.Text), texts);
                break;
            case ResultColumnKind.Whole:
                var whole = new long?[count];
                await group.ReadAsync<long>(field, whole.AsMemory());
                Assert.Equal(table.Rows.Select(column.Number).Select(number => double.IsNaN(number) ? (long?)null : (long)number), whole);
                break;
            default:
                var real = new double?[count];
                await group.ReadAsync<double>(field, real.AsMemory());
                Assert.Equal(table.Rows.Select(column.Number).Select(number => double.IsNaN(number) ? (double?)null : number), real);
                break;
        }
    }
}
