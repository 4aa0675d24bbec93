using System.Globalization;
using System.Text.Json;
using Backtest.Engine.Statistics;
using Backtest.Storage.Results;
using Backtest.Storage.Results.Selection;
using CsvHelper;

namespace Backtest.Storage.Export;

/// <summary>Writes for programs what was chosen in each fold, and how it did.</summary>
public static class SelectionExport
{
    private static readonly CsvWriterOptions Csv = new() { NewLine = "\n" };

    private static readonly string[] PathMetrics =
        ["bars", "total_return", "cagr", "volatility", "sharpe", "sortino", "calmar", "max_drawdown"];

    /// <summary>The choices as CSV, a line each; empty where a number is undefined.</summary>
    public static void WriteCsv(TextWriter output, FoldSelection selection)
    {
        var columns = Columns(selection.Metric);
        using var csv = CsvWriter.Create(output, Csv, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(column => column.Name)]);
        foreach (var choice in selection.Choices)
        {
            foreach (var (_, value) in columns) csv.WriteField(Text(value(choice)));
            csv.EndRecord();
        }
    }

    /// <summary>The out-of-sample accounts as CSV: <c>symbol,path,time,equity</c>, a line a bar.</summary>
    public static void WriteEquityCsv(TextWriter output, IReadOnlyList<SelectedAccount> accounts)
    {
        using var csv = CsvWriter.Create(output, Csv, leaveOpen: true);
        csv.WriteHeader(["symbol", "path", "time", "equity"]);
        foreach (var account in accounts)
        {
            for (var path = 0; path < account.Paths.Count; path++)
            {
                var stitched = account.Paths[path];
                for (var bar = 0; bar < stitched.Equity.Count; bar++)
                {
                    csv.WriteField(account.Symbol);
                    csv.WriteField(path + 1, default);
                    csv.WriteField(BarTimes.Text(stitched.Times[bar]));
                    csv.WriteField(stitched.Equity[bar], "R");
                    csv.EndRecord();
                }
            }
        }
    }

    /// <summary>Choices and accounts as a JSON object; null where a number is undefined.</summary>
    public static void WriteJson(Utf8JsonWriter json, string study, FoldSelection selection, IReadOnlyList<SelectedAccount> accounts)
    {
        json.WriteStartObject();
        json.WriteString("study", study);
        json.WriteString("select", selection.Metric.Name);
        json.WriteStartArray("choices");
        foreach (var choice in selection.Choices)
        {
            json.WriteStartObject();
            foreach (var (name, value) in Columns(selection.Metric)) Write(json, name, value(choice));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("accounts");
        foreach (var account in accounts) WriteAccount(json, account);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, SelectedAccount account)
    {
        json.WriteStartObject();
        json.WriteString("symbol", account.Symbol);
        Write(json, "efficiency", account.Efficiency);
        json.WriteStartArray("paths");
        foreach (var path in account.Paths)
        {
            json.WriteStartObject();
            foreach (var name in PathMetrics) Write(json, name, Metric.Find(name)!.Of(path.Metrics));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Each column's name and value: a text, a number that may be undefined, or a whole number.</summary>
    private static (string Name, Func<FoldChoice, object> Value)[] Columns(Metric metric) =>
    [
        ("fold", choice => choice.Fold.Name),
        ("symbol", choice => choice.InSample[0].Symbol),
        ("strategy", choice => choice.InSample[0].Strategy),
        ("parameters", choice => choice.InSample[0].ParameterText),
        ("train_from", choice => choice.InSample[0].From),
        ("train_to", choice => choice.InSample[^1].To),
        ("test_from", choice => choice.OutOfSample[0].From),
        ("test_to", choice => choice.OutOfSample[^1].To),
        ($"train_{metric.Name}", choice => FoldChoice.Mean(choice.InSample, metric.Of)),
        ($"test_{metric.Name}", choice => FoldChoice.Mean(choice.OutOfSample, metric.Of)),
        ("train_growth", choice => FoldChoice.Mean(choice.InSample, metrics => metrics.Cagr)),
        ("test_growth", choice => FoldChoice.Mean(choice.OutOfSample, metrics => metrics.Cagr)),
        ("test_max_drawdown", choice => choice.OutOfSample.Min(row => row.Metrics.MaxDrawdown)),
        ("test_trades", choice => (long)choice.OutOfSample.Sum(row => row.Metrics.Trades)),
        ("test_rank", choice => (long)choice.Rank),
        ("candidates", choice => (long)choice.Candidates),
    ];

    private static string? Text(object value) => value switch
    {
        double number => double.IsNaN(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        if (value is string text) json.WriteString(name, text);
        else if (value is long whole) json.WriteNumber(name, whole);
        else if (value is double number && double.IsFinite(number)) json.WriteNumber(name, number);
        else if (value is int count) json.WriteNumber(name, count);
        else json.WriteNull(name);
    }
}
