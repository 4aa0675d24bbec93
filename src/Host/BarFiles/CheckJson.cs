using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backtest.Host.BarFiles;

/// <summary>The report of <c>backtest data check</c> for programs: an array with an object a file.</summary>
internal static class CheckJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The text.</summary>
    public static string Of(IReadOnlyList<CheckedFile> checks) => JsonSerializer.Serialize(checks.Select(check => new
    {
        check.File,
        check.Symbol,
        Sound = check.IsSound,
        check.Report?.Format,
        check.Report?.Bars,
        Timeframe = check.Report?.Timeframe?.ToString(),
        FirstOpen = Moment(check.Report?.First),
        LastOpen = Moment(check.Report?.Last),
        Gaps = check.Report?.Gaps.Select(gap => new { gap.Line, After = Moment(gap.After), Before = Moment(gap.Before), gap.Missing }),
        check.Report?.Defects,
        Problems = check.Problems.Select(problem => new { problem.File, problem.Line, problem.Column, problem.Message }),
    }), Options);

    private static string? Moment(DateTime? time) => time is { } known ? CheckReport.Moment(known) : null;
}
