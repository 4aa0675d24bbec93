using Backtest.Host.CommandLine;
using Backtest.Storage.Export;

namespace Backtest.Host.Results;

/// <summary>The file and the format that a command line asks for.</summary>
internal static class OutputFile
{
    /// <summary>The name of the format for people.</summary>
    public const string Table = "table";

    /// <summary>The format: the one that is named, else the one of the file's ending, else null for a table.</summary>
    /// <param name="format">What <c>--format</c> says; null for nothing.</param>
    /// <param name="path">What <c>--out</c> says; null for nothing.</param>
    /// <exception cref="UsageException">The two do not go together, or the file cannot be made.</exception>
    public static ExportFormat? FormatOf(string? format, string? path)
    {
        var found = format is null or Table ? null : ExportFormats.Find(format);
        if (path is null)
        {
            return found == ExportFormat.Parquet
                ? throw new UsageException("parquet is no text: name a file with --out FILE.parquet")
                : found;
        }

        if (format == Table) throw new UsageException("a table is for people: write csv, json or parquet to a file, or redirect the output");
        Check(path);
        return found ?? ExportFormats.OfFile(path) ?? throw new UsageException(
            $"the name of '{path}' does not say its format: end it in .csv, .json or .parquet, or name one with --format");
    }

    private static void Check(string path)
    {
        if (path.Length == 0) throw new UsageException("--out needs the name of a file");
        if (Directory.Exists(path)) throw new UsageException($"--out '{path}' is a folder: name a file in it");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new UsageException($"--out '{path}': there is no folder '{folder}': make it first");
    }
}
