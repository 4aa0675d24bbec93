using Backtest.Engine.Studies;

namespace Backtest.Host.Checks;

/// <summary>A backtest that could not be checked, since it fails.</summary>
internal static class FailedLine
{
    /// <summary>The line; the last of the check's columns tells the failure.</summary>
    public static CheckLine Of(CheckTarget target, Exception failure, int columns)
    {
        var what = BacktestError.Of(failure).ToString();
        return new CheckLine(
            target, "FAILS", true, [.. Enumerable.Repeat("", columns - 1), what], json => json.WriteString("what", what));
    }
}
