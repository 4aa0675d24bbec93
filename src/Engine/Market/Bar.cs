namespace Backtest.Engine.Market;

/// <summary>Open, high, low, close and volume of one interval, stamped at its close.</summary>
/// <param name="CloseTime">When the interval ended, in UTC ticks (100 ns since year 1).</param>
/// <param name="Open">First price; finite and positive.</param>
/// <param name="High">Highest price; not below any other price of the bar.</param>
/// <param name="Low">Lowest price; not above any other price of the bar.</param>
/// <param name="Close">Last price; finite and positive.</param>
/// <param name="Volume">Traded quantity; finite, zero or more.</param>
public readonly record struct Bar(long CloseTime, double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>Says what is wrong with the bar, or null where nothing is.</summary>
    public string? Defect()
    {
        if (Wrong(Open) is { } open) return $"open {open}";
        if (Wrong(High) is { } high) return $"high {high}";
        if (Wrong(Low) is { } low) return $"low {low}";
        if (Wrong(Close) is { } close) return $"close {close}";
        if (!double.IsFinite(Volume) || Volume < 0) return "volume must be a finite number, zero or more";
        if (High < Low) return "high is below low";
        if (Open > High || Close > High) return "high is below open or close";
        if (Open < Low || Close < Low) return "low is above open or close";
        return null;

        static string? Wrong(double price) => double.IsFinite(price) && price > 0 ? null : "must be a finite positive price";
    }
}
