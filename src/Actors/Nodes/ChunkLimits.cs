using Backtest.Engine.Studies;

namespace Backtest.Actors.Nodes;

/// <summary>Keeps a chunk of results under the size that a message between machines may have.</summary>
internal static class ChunkLimits
{
    /// <summary>A chunk is full from so many bytes on; the largest single result adds less than 24 KiB, so that 64 KiB are never exceeded.</summary>
    public const int FullBytes = 36 << 10;

    private const int RowBytes = 200;
    private const int CharBytes = 3;
    private const int MostErrorBytes = 24 << 10;

    /// <summary>About how many bytes a result takes in a message.</summary>
    public static int BytesOf(in BacktestResult result) => result.Error is { } error
        ? RowBytes + Math.Min(MostErrorBytes, CharBytes * (error.Type.Length + error.Message.Length + error.Stack.Length))
        : RowBytes;
}
