using Backtest.Storage.Files;

namespace Backtest.Storage.Import;

/// <summary>Binance klines as in its public archive: 12 columns, with or without a header: open time, open, high, low, close, volume, close time,
/// quote volume, trades, taker volumes, unused. The open time, in milliseconds or (from 2025 on, spot) microseconds since 1970, stamps the
/// open.</summary>
internal sealed class BinanceCsv : IBarFormat
{
    private const int Columns = 12;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["binance"];

    /// <inheritdoc/>
    public bool Recognises(FileSample sample) =>
        sample.Separator == ',' && sample.FirstFields is { Length: Columns } fields && (HasHeader(fields) || IsEpoch(fields[0]));

    /// <inheritdoc/>
    public void Read(PackedFile file, FileSample sample, RowCollector rows)
    {
        var layout = new CsvLayout(',', HasHeader(sample.FirstFields), Columns, [0, 1, 2, 3, 4, 5], StampText.TryParse);
        CsvRows.Read(file, layout, rows);
    }

    private static bool HasHeader(string[] fields) => fields is ["open_time", "open", "high", "low", "close", "volume", ..];

    private static bool IsEpoch(string field) => field.Length is >= 12 and <= 16 && field.All(char.IsAsciiDigit);
}
