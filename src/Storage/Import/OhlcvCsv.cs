using Backtest.Storage.Files;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Import;

/// <summary>CSV with a header that names date (time, timestamp, datetime), open, high, low, close and volume, in any order and case, separated by
/// comma, semicolon or tab. Other columns are not read; prices are taken as they are. A time stamps the open of its bar, a date names its
/// day.</summary>
internal sealed class OhlcvCsv : IBarFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["ohlcv"];

    /// <inheritdoc/>
    public bool Recognises(FileSample sample) => OhlcvHeader.Missing(sample.FirstFields).Count == 0;

    /// <inheritdoc/>
    public void Read(PackedFile file, FileSample sample, RowCollector rows) => ReadByHeader(file, sample, rows);

    /// <summary>Reads any CSV whose header names the columns.</summary>
    public static void ReadByHeader(PackedFile file, FileSample sample, RowCollector rows)
    {
        var header = sample.FirstFields;
        var cells = OhlcvHeader.Cells(header, out var problem);
        if (problem is { } found)
        {
            var column = 1 + sample.FirstLine.Split(sample.Separator).Take(found.Field).Sum(field => field.Length + 1);
            throw new InputException(file.DisplayName, 1, column, found.Message);
        }

        CsvRows.Read(file, new CsvLayout(sample.Separator, HasHeader: true, header.Length, cells, StampText.TryParse), rows);
    }
}
