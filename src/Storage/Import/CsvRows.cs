using System.Text;
using Backtest.Storage.Files;
using Backtest.Storage.Problems;
using CsvHelper;

namespace Backtest.Storage.Import;

/// <summary>Reads the rows of any CSV format, by its layout.</summary>
internal sealed class CsvRows : IRowLocation
{
    /// <summary>The longest record in bytes; a longer one is no row of bars.</summary>
    public const int LongestRecord = 1 << 16;

    private static readonly string[] CellNames = ["time", "open", "high", "low", "close", "volume"];
    private readonly CsvLayout _layout;
    private readonly RowCollector _rows;
    private readonly CsvReader _reader;
    private int _badQuoteLine;

    private CsvRows(Stream stream, CsvLayout layout, RowCollector rows)
    {
        _layout = layout;
        _rows = rows;
        _reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = layout.Separator,
            HasHeader = layout.HasHeader,
            MaxRecordSize = LongestRecord,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            TrimWhitespace = true,
            Encoding = Encoding.UTF8,
            OnMalformedRecord = ReportQuote,
        });
    }

    /// <inheritdoc/>
    public int Line => (int)Math.Min(int.MaxValue, _reader.LineNumber);

    /// <summary>Reads the whole file.</summary>
    /// <exception cref="InputException">A record is too long, or the file cannot be unpacked.</exception>
    public static void Read(PackedFile file, CsvLayout layout, RowCollector rows)
    {
        using var stream = file.Open();
        var csv = new CsvRows(stream, layout, rows);
        try
        {
            while (csv._reader.Read()) csv.AddRow();
        }
        catch (CsvFormatException error)
        {
            var line = (int)Math.Min(int.MaxValue, error.LineNumber);
            throw new InputException(file.DisplayName, line, 0,
                $"the record is longer than {LongestRecord} bytes, or its quotes do not match: expected a row of bars");
        }
        finally
        {
            csv._reader.Dispose();
        }
    }

    /// <inheritdoc/>
    public int ColumnOf(BarCell cell) => ColumnOf(_layout.Cells[(int)cell]);

    private int ColumnOf(int field)
    {
        var column = 1;
        for (var i = 0; i < field && i < _reader.FieldCount; i++) column += Encoding.UTF8.GetCharCount(_reader.GetRawSpan(i)) + 1;
        return column;
    }

    private void AddRow()
    {
        if (_badQuoteLine == Line) return;
        if (_reader.FieldCount != _layout.Fields)
        {
            var found = Math.Min(_reader.FieldCount, _layout.Fields);
            _rows.Unreadable(Line, ColumnOf(found),
                $"the row has {_reader.FieldCount} fields, {_layout.Fields} are expected: check for a missing value or a comma inside a number");
            return;
        }

        var good = TryStamp(out var stamp);
        good &= TryNumber(BarCell.Open, out var open);
        good &= TryNumber(BarCell.High, out var high);
        good &= TryNumber(BarCell.Low, out var low);
        good &= TryNumber(BarCell.Close, out var close);
        good &= TryNumber(BarCell.Volume, out var volume);
        if (!good) return;
        var units = _layout.UnitsPerPrice; // divided by, since a tenth of a thousandth has no exact double
        _rows.Add(this, stamp, new RowPrices(open / units, high / units, low / units, close / units, volume));
    }

    private bool TryStamp(out Stamp stamp)
    {
        var text = _reader.GetSpan(_layout.Cells[(int)BarCell.Time]);
        if (_layout.ReadTime(text, out stamp)) return true;
        _rows.Unreadable(this, BarCell.Time, $"time '{NumberText.Show(text)}' is no time: {StampText.Remedy}");
        return false;
    }

    private bool TryNumber(BarCell cell, out double number)
    {
        var text = _reader.GetSpan(_layout.Cells[(int)cell]);
        if (NumberText.TryParse(text, out number)) return true;
        _rows.Unreadable(this, cell, NumberText.Problem(CellNames[(int)cell], text));
        return false;
    }

    private void ReportQuote(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.FieldCountMismatch) return;
        _badQuoteLine = (int)Math.Min(int.MaxValue, record.LineNumber);
        _rows.Unreadable(_badQuoteLine, 0, "a quote is not closed or stands inside a value: numbers and times need no quotes");
    }
}
