using System.Security.Cryptography;
using System.Text;
using Backtest.Engine.Market;
using Backtest.Storage.Files;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Bars;

/// <summary>Keeps parsed files of bars in a binary form that is mapped into memory, so that a second run parses nothing. An entry is found by the
/// hash of the source's bytes and of the options: a changed source is another entry, a copy of it is the same one. A damaged entry is parsed
/// anew.</summary>
/// <param name="directory">Where the entries are; made when the first is written. It may be deleted at any time that nothing runs.</param>
public sealed class BarCache(string directory)
{
    private const string Extension = ".bars";

    /// <summary>The bars of a file: those of <see cref="BarFile.Read"/>.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="InputException">As for <see cref="BarFile.Read"/>.</exception>
    public BarSeries Read(string path, BarFileOptions options)
    {
        var entry = Path.Combine(directory, Name(path, options) + Extension);
        if (MappedBars.TryOpen(entry, options.Symbol) is { } cached) return cached;
        var series = BarFile.Read(path, options);
        try
        {
            Directory.CreateDirectory(directory);
            AtomicFile.Write(entry, file => MappedBars.Write(file, series));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written costs time, no more.
        }

        return series;
    }

    private static string Name(string path, BarFileOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{MappedBars.Version}|{options.Timeframe}|{options.Format}|{options.Timestamps}|"));
        using var file = RegularFile.Open(path);
        var block = new byte[1 << 16];
        int count;
        while ((count = file.Read(block)) > 0) hash.AppendData(block, 0, count);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
