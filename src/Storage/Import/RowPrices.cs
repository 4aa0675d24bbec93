namespace Backtest.Storage.Import;

/// <summary>The numbers of one row.</summary>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Traded quantity.</param>
internal readonly record struct RowPrices(double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>What is wrong with the row, and the cell to look at; null where nothing is.</summary>
    public (BarCell Cell, string Message)? Defect()
    {
        if (Wrong(Open) is { } open) return (BarCell.Open, $"open {open}");
        if (Wrong(High) is { } high) return (BarCell.High, $"high {high}");
        if (Wrong(Low) is { } low) return (BarCell.Low, $"low {low}");
        if (Wrong(Close) is { } close) return (BarCell.Close, $"close {close}");
        if (!double.IsFinite(Volume) || Volume < 0) return (BarCell.Volume, $"volume {NumberText.Show(Volume)} must be a finite number, 0 or more");
        if (High < Low) return (BarCell.High, $"high {NumberText.Show(High)} is below low {NumberText.Show(Low)}: correct or delete the row");
        if (High < Math.Max(Open, Close))
            return (BarCell.High, $"high {NumberText.Show(High)} is below {(Open > Close ? "open" : "close")} "
                + $"{NumberText.Show(Math.Max(Open, Close))}: correct or delete the row");
        if (Low > Math.Min(Open, Close))
            return (BarCell.Low, $"low {NumberText.Show(Low)} is above {(Open < Close ? "open" : "close")} "
                + $"{NumberText.Show(Math.Min(Open, Close))}: correct or delete the row");
        return null;
    }

    private static string? Wrong(double price) =>
        double.IsFinite(price) && price > 0 ? null : $"{NumberText.Show(price)} must be a finite price above 0: correct or delete the row";
}
