namespace Backtest.Goldens;

/// <summary>One comparison of the engine with a golden file.</summary>
/// <param name="File">The file in tests/Golden/sp500.</param>
/// <param name="Figures">Which of its figures.</param>
/// <param name="Tool">The tool that made them.</param>
/// <param name="Tolerance">The widest relative tolerance that a figure has; infinite where they are known to differ.</param>
/// <param name="Reason">Why they differ, or what is left out so that they are equal, and where that is written; null where all is equal.</param>
/// <param name="Compare">Compares.</param>
internal sealed record GoldenComparison(
    string File, string Figures, string Tool, double Tolerance, string? Reason, Action<Deviations> Compare);
