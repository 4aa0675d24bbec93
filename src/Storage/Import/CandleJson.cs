using System.Text.Json;
using Backtest.Storage.Files;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Import;

/// <summary>Candles as freqtrade keeps them in JSON and CCXT returns them: <c>[[milliseconds, open, high, low, close, volume], ...]</c>.
/// The time stamps the open.</summary>
internal sealed class CandleJson : IBarFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["freqtrade", "ccxt"];

    /// <inheritdoc/>
    public bool Recognises(FileSample sample) => sample.FirstLine.AsSpan().TrimStart().StartsWith("[");

    /// <inheritdoc/>
    public void Read(PackedFile file, FileSample sample, RowCollector rows)
    {
        using var stream = file.Open();
        var bytes = WholeContent.Read(stream, file.DisplayName);
        try
        {
            new CandleReader(bytes, rows).Read();
        }
        catch (JsonException error)
        {
            throw new InputException(file.DisplayName, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1,
                "is no JSON of candles: expected [[milliseconds, open, high, low, close, volume], ...]");
        }
    }
}
