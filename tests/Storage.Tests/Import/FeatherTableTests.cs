using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Backtest.Engine.Market;
using Backtest.Storage.Bars;
using Backtest.Storage.Problems;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Import;

/// <summary>freqtrade's feather files: columns and types as pandas writes them.</summary>
public sealed class FeatherTableTests : IDisposable
{
    private static readonly DateTimeOffset First = new(2024, 1, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, TimeUnit.Millisecond)]
    [InlineData(CompressionCodecType.Lz4Frame, TimeUnit.Millisecond)]
    [InlineData(CompressionCodecType.Lz4Frame, TimeUnit.Nanosecond)]
    [InlineData(CompressionCodecType.Zstd, TimeUnit.Microsecond)]
    public void EveryCompressionAndUnitGivesTheSameBars(CompressionCodecType? codec, TimeUnit unit)
    {
        var file = _folder.Write("BTC_EUR-1h.feather", Feather(codec, unit, [10.0, 11.0]));

        var bars = BarFile.Read(file, new BarFileOptions("BTC/EUR"));

        Assert.Equal((2, Timeframe.Hour), (bars.Count, bars.Timeframe));
        Assert.Equal(new Bar(First.AddHours(1).UtcTicks, 10, 12, 9, 11, 100), bars[0]);
        Assert.Equal(new Bar(First.AddHours(2).UtcTicks, 11, 12, 9, 11, 100), bars[1]);
        Assert.Equal("freqtrade", BarFileCheck.Check(file, new BarFileOptions("BTC/EUR")).Format);
    }

    [Fact]
    public void ABadRowIsNamedByItsNumber()
    {
        var file = _folder.Write("bars.feather", Feather(null, TimeUnit.Millisecond, [10.0, 13.0]));

        var refused = Assert.Throws<InputException>(() => BarFile.Read(file, new BarFileOptions("X")));

        Assert.Equal($"{file}:2: high 12 is below open 13: correct or delete the row", refused.Message);
    }

    [Fact]
    public void AMissingColumnIsNamed()
    {
        var file = _folder.Write("bars.feather", Feather(null, TimeUnit.Millisecond, [10.0, 11.0], "quantity"));

        var refused = Assert.Throws<InputException>(() => BarFile.Read(file, new BarFileOptions("X")));

        Assert.Equal($"{file}: has no column 'volume' of doubles: expected date, open, high, low, close, volume", refused.Message);
    }

    [Fact]
    public void AFileThatWasCutIsRefused()
    {
        var content = Feather(CompressionCodecType.Lz4Frame, TimeUnit.Millisecond, [10.0, 11.0]);
        var file = _folder.Write("bars.feather", content[..(content.Length / 2)]);

        var refused = Assert.Throws<InputException>(() => BarFile.Read(file, new BarFileOptions("X")));

        Assert.Contains("is a damaged feather file", refused.Message, StringComparison.Ordinal);
    }

    private static byte[] Feather(CompressionCodecType? codec, TimeUnit unit, double[] opens, string volume = "volume")
    {
        var type = new TimestampType(unit, "UTC");
        var times = new TimestampArray.Builder(type).AppendRange(opens.Select((_, bar) => First.AddHours(bar))).Build();
        var columns = new List<IArrowArray> { times, Doubles(opens) };
        foreach (var price in new[] { 12.0, 9.0, 11.0, 100.0 }) columns.Add(Doubles([.. opens.Select(_ => price)]));
        var schema = new Schema.Builder().Field(new Field("date", type, true));
        foreach (var name in new[] { "open", "high", "low", "close", volume }) schema.Field(new Field(name, DoubleType.Default, true));

        var batch = new RecordBatch(schema.Build(), columns, opens.Length);
        var content = new MemoryStream();
        var options = new IpcOptions { CompressionCodec = codec, CompressionCodecFactory = new CompressionCodecFactory() };
        using (var writer = new ArrowFileWriter(content, batch.Schema, leaveOpen: true, options))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        return content.ToArray();
    }

    private static DoubleArray Doubles(double[] values) => new DoubleArray.Builder().AppendRange(values).Build();
}
