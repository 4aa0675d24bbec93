using Backtest.Storage.Problems;

namespace Backtest.Storage.Import;

/// <summary>Reads a file that has to be in memory whole, with a limit.</summary>
internal static class WholeContent
{
    /// <summary>The most bytes of such a file.</summary>
    public const long MostBytes = 1L << 30;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="InputException">The content is larger than <see cref="MostBytes"/>.</exception>
    public static ReadOnlyMemory<byte> Read(Stream stream, string file)
    {
        var content = new MemoryStream();
        var block = new byte[1 << 16];
        int count;
        while ((count = stream.Read(block)) > 0)
        {
            if (content.Length + count > MostBytes) throw new InputException(file, 0, 0, "is larger than 1 GiB: split it, or write it as CSV");
            content.Write(block, 0, count);
        }

        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        return bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
    }
}
