using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Backtest.Storage.Files;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Import;

/// <summary>freqtrade's feather files: an Arrow file with the columns date (timestamp), open, high, low, close and volume (doubles), plain or
/// packed by LZ4 or zstd. The time stamps the open. Rows have no lines; messages name the row as a line, counted from 1.</summary>
internal sealed class FeatherTable : IBarFormat
{
    private static readonly string[] Columns = ["date", "open", "high", "low", "close", "volume"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["freqtrade", "feather"];

    /// <inheritdoc/>
    public bool Recognises(FileSample sample) => sample.Bytes.AsSpan().StartsWith("ARROW1"u8);

    /// <inheritdoc/>
    public void Read(PackedFile file, FileSample sample, RowCollector rows)
    {
        using var stream = file.Open();
        var bytes = WholeContent.Read(stream, file.DisplayName);
        try
        {
            using var reader = new ArrowFileReader(new MemoryStream(bytes.ToArray(), writable: false), new CompressionCodecFactory());
            var row = new FeatherRow();
            while (reader.ReadNextRecordBatch() is { } batch)
            {
                using (batch) ReadBatch(batch, file.DisplayName, row, rows);
            }
        }
        catch (Exception error) when (error is not (InputException or OutOfMemoryException))
        {
            // The reader trusts the lengths that a damaged file claims and fails in many ways.
            throw new InputException(file.DisplayName, 0, 0, $"is a damaged feather file ({error.GetType().Name}): fetch or write it again");
        }
    }

    private static void ReadBatch(RecordBatch batch, string file, FeatherRow row, RowCollector rows)
    {
        IArrowArray? Find(string name) => batch.Schema.GetFieldIndex(name) is >= 0 and var at ? batch.Column(at) : null;
        if (Find(Columns[0]) is not TimestampArray times)
            throw new InputException(file, 0, 0, "has no column 'date' of timestamps: expected date, open, high, low, close, volume");
        var perSecond = UnitsPerSecond(((TimestampType)times.Data.DataType).Unit);
        var numbers = Columns.Skip(1).Select(name => Find(name) as DoubleArray
            ?? throw new InputException(file, 0, 0, $"has no column '{name}' of doubles: expected date, open, high, low, close, volume")).ToArray();
        for (var i = 0; i < batch.Length; i++)
        {
            row.Line++;
            double Cell(int column) => numbers[column].GetValue(i) ?? double.NaN;
            if (times.GetValue(i) is { } time)
                rows.Add(row, new Stamp(StampKind.Instant, Ticks(time, perSecond)), new RowPrices(Cell(0), Cell(1), Cell(2), Cell(3), Cell(4)));
            else rows.Unreadable(row, BarCell.Time, "time is null: delete the row");
        }
    }

    private static long UnitsPerSecond(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => 1,
        TimeUnit.Millisecond => 1_000,
        TimeUnit.Microsecond => 1_000_000,
        _ => 1_000_000_000,
    };

    private static long Ticks(long time, long perSecond) => (long)Int128.Clamp(
        (Int128)time * TimeSpan.TicksPerSecond / perSecond + DateTime.UnixEpoch.Ticks, 0, DateTime.MaxValue.Ticks);

    private sealed class FeatherRow : IRowLocation
    {
        public int Line { get; set; }
        public int ColumnOf(BarCell cell) => 0;
    }
}
