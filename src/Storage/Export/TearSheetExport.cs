using System.Text.Json;
using Backtest.Engine.Statistics.TearSheets;

namespace Backtest.Storage.Export;

/// <summary>Writes a tear sheet for programs, as the member <c>statistics</c> of an object.</summary>
internal static class TearSheetExport
{
    /// <summary>Writes all figures by name, then the tables: years, months, drawdowns, excursions of trades, rolling figures. Times are as
    /// <see cref="Results.BarTimes.Close"/> writes them; null where a value is undefined.</summary>
    public static void Write(Utf8JsonWriter json, TearSheet sheet, IReadOnlyList<string> times)
    {
        json.WriteStartObject("statistics");
        json.WriteString("benchmark", sheet.Benchmark);
        foreach (var figure in TearFigure.All) Number(json, figure.Name, figure.Of(sheet));
        WriteCalendar(json, sheet);
        WriteDrawdowns(json, sheet, times);
        WriteExcursions(json, sheet);
        WriteRolling(json, sheet, times);
        json.WriteEndObject();
    }

    private static void WriteCalendar(Utf8JsonWriter json, TearSheet sheet)
    {
        json.WriteStartArray("returns_by_year");
        foreach (var year in sheet.Years)
        {
            json.WriteStartObject();
            json.WriteNumber("year", year.Year);
            Number(json, "return", year.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("returns_by_month");
        foreach (var month in sheet.Months)
        {
            json.WriteStartObject();
            json.WriteNumber("year", month.Year);
            json.WriteNumber("month", month.Month);
            Number(json, "return", month.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDrawdowns(Utf8JsonWriter json, TearSheet sheet, IReadOnlyList<string> times)
    {
        json.WriteStartArray("drawdown_list");
        foreach (var period in sheet.Drawdowns.Periods)
        {
            json.WriteStartObject();
            json.WriteString("start", times[period.Start]);
            json.WriteString("valley", times[period.Valley]);
            json.WriteString("end", period.End is { } end ? times[end] : null);
            Number(json, "depth", period.Depth);
            json.WriteNumber("bars", period.Bars);
            json.WriteNumber("bars_to_valley", period.BarsToValley);
            Number(json, "recovery_bars", period.RecoveryBars ?? double.NaN);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExcursions(Utf8JsonWriter json, TearSheet sheet)
    {
        json.WriteStartArray("trade_excursions");
        foreach (var excursion in sheet.Excursions)
        {
            json.WriteStartObject();
            Number(json, "mae", excursion.Adverse);
            Number(json, "mfe", excursion.Favorable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRolling(Utf8JsonWriter json, TearSheet sheet, IReadOnlyList<string> times)
    {
        var rolling = sheet.Rolling;
        json.WriteNumber("rolling_bars", rolling.Window);
        json.WriteStartArray("rolling");
        for (var at = 0; at < rolling.Return.Count; at++)
        {
            json.WriteStartObject();
            json.WriteString("time", times[at + rolling.Window - 1]);
            Number(json, "return", rolling.Return[at]);
            Number(json, "volatility", rolling.Volatility[at]);
            Number(json, "sharpe", rolling.Sharpe[at]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
