using Backtest.Storage.Files;

namespace Backtest.Storage.Import;

/// <summary>Yahoo Finance: <c>Date,Open,High,Low,Close,Adj Close,Volume</c>. Open, high, low and close are read as they stand, adjusted for splits
/// and not for dividends; <c>Adj Close</c> is not read. A row of <c>null</c> is reported. A date names its day.</summary>
internal sealed class YahooCsv : IBarFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["yahoo"];

    /// <inheritdoc/>
    public bool Recognises(FileSample sample) => sample.FirstFields is ["Date", "Open", "High", "Low", "Close", "Adj Close", "Volume"];

    /// <inheritdoc/>
    public void Read(PackedFile file, FileSample sample, RowCollector rows) => OhlcvCsv.ReadByHeader(file, sample, rows);
}
