using System.Globalization;
using System.IO.Compression;

namespace Backtest.Goldens;

/// <summary>A table of figures made by another tool, by column.</summary>
internal sealed class GoldenTable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    private readonly string[] _header;
    private readonly string[][] _rows;

    private GoldenTable(string[] header, string[][] rows) => (_header, _rows) = (header, rows);

    /// <summary>The names of all tables.</summary>
    public static IEnumerable<string> Files => Directory.GetFiles(Folder).Select(path => Path.GetFileName(path));

    public int Count => _rows.Length;

    public static GoldenTable Read(string name)
    {
        var path = Path.Combine(Folder, name);
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

    /// <summary>A day, midnight without a zone.</summary>
    public DateTime Day(int row, string column) => DateTime.Parse(Text(row, column), CultureInfo.InvariantCulture);

    public bool HasColumn(string column) => _header.Contains(column);

    public double[] Column(string column)
    {
        var at = Array.IndexOf(_header, column);
        if (at < 0) throw new ArgumentException($"the table has no column {column}", nameof(column));
        return [.. _rows.Select(row => Parse(row[at]))];
    }

    private static double Parse(string text) =>
        text is "NA" or "" or "nan" ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
