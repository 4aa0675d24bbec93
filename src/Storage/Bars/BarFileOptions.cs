using Backtest.Engine.Market;

namespace Backtest.Storage.Bars;

/// <summary>How a file of bars is read.</summary>
/// <param name="Symbol">The instrument's name.</param>
/// <param name="Timeframe">The interval of one bar; null takes the median step between the rows.</param>
/// <param name="Format">One of <see cref="BarFile.Formats"/>; <c>auto</c> recognises the format by the content.</param>
/// <param name="Timestamps">What a row's time marks.</param>
public sealed record BarFileOptions(
    string Symbol,
    Timeframe? Timeframe = null,
    string Format = "auto",
    TimestampMeaning Timestamps = TimestampMeaning.Auto);

/// <summary>What the time of a row marks.</summary>
public enum TimestampMeaning
{
    /// <summary>What the format documents: the open of the bar, in every format that is read so far; a date names its day.</summary>
    Auto,

    /// <summary>The moment at which the bar opened; a date is the start of that day.</summary>
    Open,

    /// <summary>The moment at which the bar closed; a date is the end of that day.</summary>
    Close,
}
