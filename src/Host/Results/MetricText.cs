using System.Globalization;
using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>Numbers as a person reads them in a table. Exports have the exact ones.</summary>
internal static class MetricText
{
    /// <summary>What stands for a value that is undefined.</summary>
    public const string Undefined = "-";

    private static readonly HashSet<string> Percentages =
    [
        "total_return", "worst_return", "cagr", "volatility", "max_drawdown", "win_rate", "exposure",
    ];

    private static readonly HashSet<string> Amounts = ["final_equity", "fees_paid", "net_gain", "average_win", "average_loss"];

    /// <summary>A number of a result column: a rate in percent, an amount with two decimals, a ratio with three.</summary>
    public static string Of(string column, double number, bool whole)
    {
        if (double.IsNaN(number)) return Undefined;
        if (whole) return number.ToString("#,0", CultureInfo.InvariantCulture);
        if (Percentages.Contains(column)) return Percent(number);
        return Amounts.Contains(column) ? Amount(number) : Signless(number.ToString("0.000", CultureInfo.InvariantCulture));
    }

    /// <summary><c>12.34%</c> for 0.1234.</summary>
    public static string Percent(double fraction) => double.IsNaN(fraction)
        ? Undefined
        : Signless((fraction * 100).ToString("#,0.00", CultureInfo.InvariantCulture)) + "%";

    /// <summary><c>12,345.67</c>.</summary>
    public static string Amount(double amount) =>
        double.IsNaN(amount) ? Undefined : Signless(amount.ToString("#,0.00", CultureInfo.InvariantCulture));

    /// <summary>A count with separators.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A moment to the second, <c>yyyy-MM-ddTHH:mm:ssZ</c>; <c>never</c> for 0.</summary>
    /// <param name="ticks">The moment in UTC ticks.</param>
    public static string Moment(long ticks) => ticks == 0 ? "never" : BarTimes.Text(ticks - ticks % TimeSpan.TicksPerSecond);

    /// <summary>What rounds to zero has no sign.</summary>
    private static string Signless(string text) => text.StartsWith('-') && text.AsSpan(1).IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
}
