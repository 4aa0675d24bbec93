using System.Globalization;
using System.Text;
using Backtest.Storage.Bars;

namespace Backtest.Host.BarFiles;

/// <summary>The report of <c>backtest data check</c> for people.</summary>
internal static class CheckReport
{
    private const int MostGaps = 10;
    private const int LabelWidth = 14;

    /// <summary>The lines of one file.</summary>
    public static string Of(CheckedFile check)
    {
        var text = new StringBuilder();
        Line(text, "", $"{check.File}: {(check.IsSound ? "sound" : "not sound")}");
        if (check.Report is not { } report) return text.ToString();
        Line(text, "symbol", check.Symbol);
        Line(text, "format", report.Format);
        Line(text, "bars", Count(report.Bars));
        Line(text, "timeframe", report.Timeframe?.ToString() ?? "unknown: give it with --timeframe");
        if (report.First is { } first) Line(text, "first open", Moment(first));
        if (report.Last is { } last) Line(text, "last open", Moment(last));
        Line(text, "gaps", report.Gaps.Count == 0 ? "none" : $"{Count(report.Gaps.Count)}, {Bars(report.Gaps.Sum(gap => gap.Missing))} missing");
        foreach (var gap in report.Gaps.Take(MostGaps)) Line(text, "", $"{"",LabelWidth}{Gap(gap)}");
        if (report.Gaps.Count > MostGaps) Line(text, "", $"{"",LabelWidth}and {Count(report.Gaps.Count - MostGaps)} more; --output json has all");
        var defects = report.Defects.Select(defect => $"{Count(defect.Value)} {defect.Key}");
        Line(text, "defects", report.Defects.Count == 0 ? "none" : string.Join(", ", defects));
        return text.ToString();
    }

    /// <summary>A time in UTC, without the time of day at midnight.</summary>
    public static string Moment(DateTime time) => time.ToString(
        time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Gap(BarGap gap)
    {
        var line = gap.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {gap.Line}") : "";
        return $"{Moment(gap.After)} to {Moment(gap.Before)}: {Bars(gap.Missing)}{line}";
    }

    private static void Line(StringBuilder text, string label, string value) =>
        text.Append(label.Length == 0 ? value : $"  {label,-(LabelWidth - 2)}{value}").Append('\n');

    private static string Bars(long count) => count == 1 ? "1 bar" : $"{Count(count)} bars";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
