using System.Text;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Nodes;

/// <summary>Keeps a chunk of results under the 64 KiB that a message between machines may have.</summary>
internal static class ChunkLimits
{
    /// <summary>A chunk is full from so many bytes on.</summary>
    public const int FullBytes = 36 << 10;

    /// <summary>A result that would make a chunk larger than this begins the next one. The largest single result is smaller: the texts of an
    /// error have a limit.</summary>
    public const int MostBytes = 60 << 10;

    private const int RowBytes = 200;

    /// <summary>About how many bytes a result takes in a message.</summary>
    public static int BytesOf(in BacktestResult result) => result.Error is { } error
        ? RowBytes + BytesOf(error.Type) + BytesOf(error.Message) + BytesOf(error.Stack)
        : RowBytes;

    private static int BytesOf(string text) => Encoding.UTF8.GetByteCount(text);
}
