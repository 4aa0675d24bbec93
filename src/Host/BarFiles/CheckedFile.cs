using Backtest.Storage.Bars;
using Backtest.Storage.Problems;

namespace Backtest.Host.BarFiles;

/// <summary>A file of bars that was looked over.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Symbol">The instrument's name.</param>
/// <param name="Report">What it holds; null where it cannot be read at all.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record CheckedFile(string File, string Symbol, BarFileReport? Report, IReadOnlyList<InputProblem> Problems)
{
    /// <summary>True where a study can use the file as it is: nothing is wrong with it, and it has bars of a known timeframe.</summary>
    public bool IsSound => Problems.Count == 0 && Report is { Bars: > 0, Timeframe: not null };
}
