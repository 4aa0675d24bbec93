using System.Globalization;
using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Host.Statistics;

/// <summary>Returns by month and year as a person reads them: a line a year, a column a month, in percent.</summary>
internal static class CalendarText
{
    private const int Wide = 6, Narrow = 5, YearWidth = 8, WidthOfWide = 2 + 4 + 12 * Wide + YearWidth;

    /// <summary>The lines of the table.</summary>
    /// <param name="sheet">The tear sheet.</param>
    /// <param name="width">The width that there is.</param>
    public static IEnumerable<string> Lines(TearSheet sheet, int width)
    {
        var cell = width >= WidthOfWide ? Wide : Narrow;
        var names = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Take(12);
        yield return $"  year{string.Concat(names.Select(name => name.PadLeft(cell)))}{"total",YearWidth}";
        var months = sheet.Months.ToDictionary(month => (month.Year, month.Month), month => month.Value);
        foreach (var year in sheet.Years)
        {
            var cells = Enumerable.Range(1, 12)
                .Select(month => (months.TryGetValue((year.Year, month), out var value) ? Percent(value, cell - 1) : "").PadLeft(cell));
            yield return $"  {year.Year:0000}{string.Concat(cells)}{Percent(year.Value, YearWidth - 1),YearWidth}";
        }
    }

    /// <summary>One decimal, unless the number is too long for it.</summary>
    private static string Percent(double fraction, int width)
    {
        var text = (100 * fraction).ToString("0.0", CultureInfo.InvariantCulture);
        if (text is "-0.0") return "0.0";
        return text.Length <= width ? text : (100 * fraction).ToString("0", CultureInfo.InvariantCulture);
    }
}
