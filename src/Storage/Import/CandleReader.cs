using System.Text.Json;

namespace Backtest.Storage.Import;

/// <summary>Walks over the JSON of candles and keeps count of lines and columns.</summary>
/// <param name="json">The whole content.</param>
/// <param name="rows">Takes the candles.</param>
internal sealed class CandleReader(ReadOnlyMemory<byte> json, RowCollector rows) : IRowLocation
{
    private const int Cells = 6;
    private static readonly string[] CellNames = ["time", "open", "high", "low", "close", "volume"];
    private readonly int[] _columns = new int[Cells];
    private readonly double[] _numbers = new double[Cells];
    private int _counted, _line = 1, _lineStart;

    /// <inheritdoc/>
    public int Line { get; private set; }

    /// <inheritdoc/>
    public int ColumnOf(BarCell cell) => _columns[(int)cell];

    /// <summary>Reads all candles.</summary>
    /// <exception cref="JsonException">The content is no JSON, or no array of arrays.</exception>
    public void Read()
    {
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 3 });
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw Unexpected(reader.TokenStartIndex);
            ReadCandle(ref reader);
        }

        while (reader.Read()) { }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token) throw new JsonException(null, null, 0, 0);
    }

    private JsonException Unexpected(long position)
    {
        Locate((int)position);
        return new JsonException(null, null, _line - 1, (int)position - _lineStart);
    }

    private void ReadCandle(ref Utf8JsonReader reader)
    {
        Locate((int)reader.TokenStartIndex);
        Line = _line;
        var start = (int)reader.TokenStartIndex - _lineStart + 1;
        var (count, good, stamp) = (0, true, default(Stamp));
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) throw Unexpected(reader.TokenStartIndex);
            if (count >= Cells) continue;
            Locate((int)reader.TokenStartIndex);
            _columns[count] = (int)reader.TokenStartIndex - _lineStart + 1;
            if (count == 0) good &= TryTime(reader.ValueSpan, out stamp);
            else good &= TryNumber(reader.ValueSpan, count);
        }

        if (count != Cells)
            rows.Unreadable(Line, start, $"the candle has {count} values, {Cells} are expected: time, open, high, low, close, volume");
        else if (good) rows.Add(this, stamp, new RowPrices(_numbers[1], _numbers[2], _numbers[3], _numbers[4], _numbers[5]));
    }

    private bool TryTime(ReadOnlySpan<byte> text, out Stamp stamp)
    {
        if (StampText.TryParse(text, out stamp) && stamp.Kind == StampKind.Epoch) return true;
        rows.Unreadable(this, BarCell.Time, $"time '{NumberText.Show(text)}' is no number: write milliseconds since 1970");
        return false;
    }

    private bool TryNumber(ReadOnlySpan<byte> text, int cell)
    {
        if (NumberText.TryParse(text, out _numbers[cell])) return true;
        rows.Unreadable(this, (BarCell)cell, NumberText.Problem(CellNames[cell], text));
        return false;
    }

    /// <summary>Counts the lines up to a position; positions only grow.</summary>
    private void Locate(int position)
    {
        var passed = json.Span[_counted..position];
        for (int end; (end = passed.IndexOf((byte)'\n')) >= 0; passed = passed[(end + 1)..])
        {
            _line++;
            _lineStart = position - passed.Length + end + 1;
        }

        _counted = position;
    }
}
