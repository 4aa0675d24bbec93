using Backtest.Engine.Market;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Bars;

/// <summary>What there is to say about a file of bars.</summary>
/// <param name="Format">The format it was read as.</param>
/// <param name="Bars">Rows that are sound.</param>
/// <param name="Timeframe">The interval of one bar; null where it cannot be told.</param>
/// <param name="First">When the first bar opens, UTC; null where there is none.</param>
/// <param name="Last">When the last bar opens, UTC; null where there is none.</param>
/// <param name="Gaps">Where bars are missing, in order of time. Not a gap: a step that is usual in this file, such as a weekend or a night.</param>
/// <param name="Defects">How many rows are wrong, by kind of defect; kinds without rows are left out.</param>
/// <param name="Problems">What is wrong, located; the first twenty, then how many more.</param>
public sealed record BarFileReport(
    string Format,
    int Bars,
    Timeframe? Timeframe,
    DateTime? First,
    DateTime? Last,
    IReadOnlyList<BarGap> Gaps,
    IReadOnlyDictionary<string, int> Defects,
    IReadOnlyList<InputProblem> Problems)
{
    /// <summary>True where the file can be used as it is.</summary>
    public bool IsSound => Problems.Count == 0;
}

/// <summary>Bars that are missing between two others.</summary>
/// <param name="Line">The line of the row after the gap; 0 where the file has none.</param>
/// <param name="After">When the bar before the gap opens, UTC.</param>
/// <param name="Before">When the bar after the gap opens, UTC.</param>
/// <param name="Missing">How many bars would fit between them.</param>
public sealed record BarGap(int Line, DateTime After, DateTime Before, long Missing);
