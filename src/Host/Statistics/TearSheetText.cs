using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Problems;
using Spectre.Console;

namespace Backtest.Host.Statistics;

/// <summary>Shows a tear sheet to a person.</summary>
internal sealed class TearSheetText(Shell shell, TearSheet sheet, IReadOnlyList<string> times)
{
    private const int MostDrawdowns = 10;

    private static readonly PlainColumn[] DrawdownColumns =
    [
        new("#", 0, RightAligned: true),
        new("start"),
        new("valley"),
        new("end"),
        new("depth", 0, RightAligned: true),
        new("bars", 1, RightAligned: true),
        new("to valley", 2, RightAligned: true),
        new("recovery", 2, RightAligned: true),
    ];

    private static readonly PlainColumn[] RollingColumns =
        [new("figure"), .. new[] { "least", "5%", "median", "95%", "greatest", "last" }.Select(name => new PlainColumn(name, 0, RightAligned: true))];

    private readonly IAnsiConsole _console = shell.OutputConsole;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        var three = _console.Profile.Width >= FigureBlock.WidthOf(3);
        Write("", three
            ? FigureBlock.Lines(sheet, ["returns", "risk"], ["drawdown", "ratios", "costs"], ["trades"])
            : FigureBlock.Lines(sheet, ["returns", "risk", "drawdown"], ["ratios", "trades", "costs"]));
        Write($"AGAINST BUYING AND HOLDING {PrintableText.Of(sheet.Benchmark)}", FigureBlock.Spread(sheet, "benchmark", three ? 3 : 2));
        Write("RETURNS BY MONTH (percent)", CalendarText.Lines(sheet, _console.Profile.Width));
        WriteDrawdowns();
        WriteRolling();
    }

    private void Write(string heading, IEnumerable<string> lines)
    {
        _console.WriteLine();
        if (heading.Length > 0) _console.WriteLine($"  {heading}");
        foreach (var line in lines) _console.WriteLine(line);
    }

    private void WriteDrawdowns()
    {
        var periods = sheet.Drawdowns.Periods;
        Write(periods.Count > MostDrawdowns ? $"THE {MostDrawdowns} DEEPEST OF {MetricText.Count(periods.Count)} DRAWDOWNS" : "DRAWDOWNS", []);
        if (periods.Count == 0) _console.WriteLine("  none");
        else PlainTable.Write(_console, DrawdownColumns, [.. periods.OrderBy(period => period.Depth).Take(MostDrawdowns).Select(Cells)]);
    }

    private string[] Cells(DrawdownPeriod period, int at) =>
    [
        MetricText.Count(at + 1),
        times[period.Start],
        times[period.Valley],
        period.End is { } end ? times[end] : "open",
        MetricText.Percent(period.Depth),
        MetricText.Count(period.Bars),
        MetricText.Count(period.BarsToValley),
        period.RecoveryBars is { } bars ? MetricText.Count(bars) : MetricText.Undefined,
    ];

    private void WriteRolling()
    {
        var rolling = sheet.Rolling;
        Write($"ROLLING OVER {MetricText.Count(rolling.Window)} BARS", []);
        if (rolling.Return.Count == 0)
        {
            _console.WriteLine("  the backtest has fewer bars");
            return;
        }

        PlainTable.Write(_console, RollingColumns,
        [
            Row("return", rolling.Return, MetricText.Percent),
            Row("volatility", rolling.Volatility, MetricText.Percent),
            Row("sharpe", rolling.Sharpe, value => MetricText.Of("sharpe", value, whole: false)),
        ]);
    }

    private static string[] Row(string name, IReadOnlyList<double> values, Func<double, string> text)
    {
        var sorted = SampleQuantile.Sorted(values);
        return [name, .. new[] { 0, 0.05, 0.5, 0.95, 1 }.Select(share => text(SampleQuantile.OfSorted(sorted, share))), text(values[^1])];
    }
}
