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
        var values = new Values();
        List<ResultRow> group = new(RowsPerGroup);
        foreach (var row in rows)
        {
            group.Add(row);
            if (group.Count == RowsPerGroup) await WriteGroupAsync().ConfigureAwait(false);
        }

        if (group.Count > 0) await WriteGroupAsync().ConfigureAwait(false);

        async Task WriteGroupAsync()
        {
            using var columnWriter = writer.CreateRowGroup();
            for (var i = 0; i < fields.Length; i++) await values.WriteAsync(columnWriter, fields[i], columns[i], group).ConfigureAwait(false);
            group.Clear();
        }
    }

    private static DataField Field(ResultColumn column) => column.Kind switch
    {
        ResultColumnKind.Whole => new DataField<long>(column.Name, nullable: true),
        ResultColumnKind.Real => new DataField<double>(column.Name, nullable: true),
        _ => new DataField<string>(column.Name, nullable: true),
    };

    /// <summary>One column of a group at a time, in arrays that every group uses again.</summary>
    private sealed class Values
    {
        private readonly long?[] _whole = new long?[RowsPerGroup];
        private readonly double?[] _real = new double?[RowsPerGroup];
        private readonly string[] _texts = new string[RowsPerGroup];

        public async Task WriteAsync(ParquetRowGroupWriter writer, DataField field, ResultColumn column, List<ResultRow> rows)
        {
            var count = rows.Count;
            switch (column.Kind)
            {
                case ResultColumnKind.Whole:
                    for (var i = 0; i < count; i++) _whole[i] = Defined(column.Number(rows[i])) is { } number ? (long)number : null;
                    await writer.WriteAsync<long>(field, _whole.AsMemory(0, count)).ConfigureAwait(false);
                    break;
                case ResultColumnKind.Real:
                    for (var i = 0; i < count; i++) _real[i] = Defined(column.Number(rows[i]));
                    await writer.WriteAsync<double>(field, _real.AsMemory(0, count)).ConfigureAwait(false);
                    break;
                default:
                    for (var i = 0; i < count; i++) _texts[i] = column.Text(rows[i])!;
                    await writer.WriteAsync(field, new ArraySegment<string>(_texts, 0, count)).ConfigureAwait(false);
                    break;
            }
        }

        private static double? Defined(double number) => double.IsNaN(number) ? null : number;
    }
}
