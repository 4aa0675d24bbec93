using System.IO.Compression;
using Backtest.Storage.Results;
using Parquet;
using Parquet.Schema;

namespace Backtest.Storage.Export;

/// <summary>Rows as Apache Parquet: 64-bit integers, doubles and UTF-8 texts, each optional, null where a value is undefined; Zstandard.</summary>
internal static class ParquetExport
{
    /// <summary>Rows of one row group: what is held in memory at a time.</summary>
    public const int RowsPerGroup = 50_000;

    private const int PooledBytes = 16 << 20;

    // The library's own level is the smallest size: ten times slower for a tenth of the bytes.
    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Fastest,
        DictionaryEncodingSampleSize = 1_000,
        MaximumSmallPoolFreeBytes = PooledBytes,
        MaximumLargePoolFreeBytes = PooledBytes,
    };

    public static async Task WriteAsync(
        Stream file, IEnumerable<ResultRow> rows, IReadOnlyList<ResultColumn> columns, CancellationToken cancellation)
    {
        DataField[] fields = [.. columns.Select(Field)];
        var opening = ParquetWriter.CreateAsync(new ParquetSchema(fields), file, Options, cancellationToken: cancellation);
        await using var writer = await opening.ConfigureAwait(false);
        foreach (var group in rows.Chunk(RowsPerGroup))
        {
            using var columnWriter = writer.CreateRowGroup();
            for (var i = 0; i < fields.Length; i++) await WriteAsync(columnWriter, fields[i], columns[i], group, cancellation).ConfigureAwait(false);
        }
    }

    private static DataField Field(ResultColumn column) => column.Kind switch
    {
        ResultColumnKind.Whole => new DataField<long>(column.Name, nullable: true),
        ResultColumnKind.Real => new DataField<double>(column.Name, nullable: true),
        _ => new DataField<string>(column.Name, nullable: true),
    };

    private static async Task WriteAsync(
        ParquetRowGroupWriter writer, DataField field, ResultColumn column, ResultRow[] rows, CancellationToken cancellation)
    {
        switch (column.Kind)
        {
            case ResultColumnKind.Whole:
                var whole = Array.ConvertAll(rows, row => column.Number(row) is var number && double.IsNaN(number) ? (long?)null : (long)number);
                await writer.WriteAsync<long>(field, whole, cancellationToken: cancellation).ConfigureAwait(false);
                break;
            case ResultColumnKind.Real:
                var real = Array.ConvertAll(rows, row => column.Number(row) is var number && double.IsNaN(number) ? (double?)null : number);
                await writer.WriteAsync<double>(field, real, cancellationToken: cancellation).ConfigureAwait(false);
                break;
            default:
                await writer.WriteAsync(field, Array.ConvertAll(rows, column.Text)!).ConfigureAwait(false);
                break;
        }
    }
}
