using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

public sealed class CalendarReturnTests
{
    [Fact]
    public void ABarThatClosesAtMidnightBelongsToTheDayBefore()
    {
        // The 30th and 31st of December, the 1st and 2nd of January.
        var curve = ExampleCurve.From(new DateTime(2023, 12, 30), 110, 121, 60.5, 121);

        Assert.Equal([(2023, 12, 0.21), (2024, 1, 0)], Rounded(CalendarReturn.ByMonth(curve)));
        Assert.Equal([(2023, 0, 0.21), (2024, 0, 0)], Rounded(CalendarReturn.ByYear(curve)));
    }

    [Fact]
    public void MonthsCompoundToYearsAndYearsToTheWhole()
    {
        var values = Enumerable.Range(0, 900).Select(bar => 100 + 10 * Math.Sin(bar * 0.37) + bar * 0.05).ToArray();
        var curve = ExampleCurve.From(new DateTime(2021, 3, 15), values);
        var (months, years) = (CalendarReturn.ByMonth(curve), CalendarReturn.ByYear(curve));

        foreach (var year in years)
            Assert.Equal(1 + year.Value, months.Where(month => month.Year == year.Year).Aggregate(1.0, (all, month) => all * (1 + month.Value)), 10);
        Assert.Equal(values[^1] / 100, years.Aggregate(1.0, (all, year) => all * (1 + year.Value)), 10);
    }

    private static IEnumerable<(int, int, double)> Rounded(IEnumerable<CalendarReturn> returns) =>
        returns.Select(one => (one.Year, one.Month, Math.Round(one.Value, 12)));
}
