using System.Globalization;
using System.IO.Compression;

namespace Backtest.Strategies.Tests.Golden;

/// <summary>A table of figures made by another tool, by column.</summary>
internal sealed class GoldenTable
{
    private readonly string[] _header;
    private readonly string[][] _rows;

    private GoldenTable(string[] header, string[][] rows) => (_header, _rows) = (header, rows);

    public int Count => _rows.Length;

    public static GoldenTable Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        using Stream file = File.OpenRead(path);
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new GoldenTable(lines[0].TrimEnd().Split(','), [.. lines.Skip(1).Select(line => line.TrimEnd().Split(','))]);
    }

    public string Text(int row, string column) => _rows[row][Array.IndexOf(_header, column)];

    /// <summary>The rows in which a column has a text.</summary>
    public IEnumerable<int> RowsOf(string column, string text) => Enumerable.Range(0, Count).Where(row => Text(row, column) == text);

    public double Number(int row, string column) => Parse(Text(row, column));

    public bool HasColumn(string column) => _header.Contains(column);

    public double[] Column(string column)
    {
        var at = Array.IndexOf(_header, column);
        Assert.True(at >= 0, column);
        return [.. _rows.Select(row => Parse(row[at]))];
    }

    private static double Parse(string text) =>
        text is "NA" or "" or "nan" ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
