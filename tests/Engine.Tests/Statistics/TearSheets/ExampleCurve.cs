using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Engine.Tests.Statistics.TearSheets;

/// <summary>Curves of a few daily bars.</summary>
internal static class ExampleCurve
{
    /// <summary>A curve with a capital of 100, whose first bar is a day.</summary>
    public static EquityCurve From(DateTime day, params double[] values) => new(
        100, values, [.. values.Select((_, bar) => DateTime.SpecifyKind(day, DateTimeKind.Utc).AddDays(bar + 1).Ticks)], 252);

    public static EquityCurve Of(params double[] values) => From(new DateTime(2024, 1, 1), values);
}
