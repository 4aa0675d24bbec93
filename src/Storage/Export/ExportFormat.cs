namespace Backtest.Storage.Export;

/// <summary>The forms in which results leave the program.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values with a header, RFC 4180 with line feeds.</summary>
    Csv,

    /// <summary>An array of objects, one a line.</summary>
    Json,

    /// <summary>Apache Parquet; a file only.</summary>
    Parquet,
}

/// <summary>The names of <see cref="ExportFormat"/>.</summary>
public static class ExportFormats
{
    /// <summary>The names, in order: <c>csv</c>, <c>json</c>, <c>parquet</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<ExportFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>The format of a name; null where there is none.</summary>
    public static ExportFormat? Find(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (string.Equals(Names[i], name, StringComparison.OrdinalIgnoreCase)) return (ExportFormat)i;
        }

        return null;
    }

    /// <summary>The format that a file's ending names; null where it names none.</summary>
    public static ExportFormat? OfFile(string path) => Find(Path.GetExtension(path).TrimStart('.'));
}
