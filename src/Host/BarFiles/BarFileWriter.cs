using System.IO.Compression;
using Backtest.Engine.Market;
using Backtest.Host.CommandLine;
using Backtest.Storage.Bars;

namespace Backtest.Host.BarFiles;

/// <summary>Writes bars to a file that a user named: whole or not at all, and over another file only where that was asked for.</summary>
internal static class BarFileWriter
{
    /// <summary>Refuses a file that cannot be written, before the work is done.</summary>
    /// <exception cref="UsageException">It is there already, or its folder is not.</exception>
    public static void Check(string path, bool replace)
    {
        if (path.Length == 0) throw new UsageException("--out needs the name of a file");
        if (Directory.Exists(path)) throw new UsageException($"--out '{path}' is a folder: name a file in it");
        if (File.Exists(path) && !replace) throw new UsageException($"--out '{path}' exists already: name another file, or replace it with --force");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new UsageException($"--out '{path}': there is no folder '{folder}': make it first");
    }

    /// <summary>Writes the bars as CSV, packed by gzip where the name ends in <c>.gz</c>.</summary>
    public static void Write(string path, BarSeries bars, bool replace)
    {
        var aside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write))
            using (var packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Optimal) : null)
            using (var writer = new StreamWriter((Stream?)packed ?? file))
            {
                BarCsv.Write(writer, bars);
            }

            File.Move(aside, path, replace);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
