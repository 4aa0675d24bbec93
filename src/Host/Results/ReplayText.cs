using System.Globalization;
using Backtest.Host.CommandLine;
using Backtest.Storage.Export;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using Spectre.Console;

namespace Backtest.Host.Results;

/// <summary>Shows one replayed backtest to a person: what it is, its metrics, its equity and its trades.</summary>
internal sealed class ReplayText(Shell shell, StudyResults results, Replay replay)
{
    private const int ChartHeight = 8, WidestChart = 100, ChartOnPipe = 64, FewestTrades = 20, LinesOfMetrics = 9;

    private static readonly PlainColumn[] TradeColumns =
    [
        new("#", 0, RightAligned: true),
        new("entry"),
        new("exit"),
        new("bars", 4, RightAligned: true),
        new("quantity", 3, RightAligned: true),
        new("entry price", 2, RightAligned: true),
        new("exit price", 2, RightAligned: true),
        new("net result", 1, RightAligned: true),
        new("return", 1, RightAligned: true),
    ];

    private readonly IAnsiConsole _console = shell.OutputConsole;

    /// <summary>Writes it; <paramref name="parts"/> alone where any is asked for.</summary>
    public void Write(ReplayParts parts)
    {
        WriteSubject();
        if (parts == ReplayParts.None) WriteMetrics();
        if (parts != ReplayParts.Trades && replay.Equity.Count > 0) WriteEquity();
        if (parts != ReplayParts.Equity) WriteTrades(parts == ReplayParts.Trades ? int.MaxValue : FewestTrades);
    }

    /// <summary>Writes what stands above its statistics: what it is, its metrics, its equity; and its trades where they are asked for.</summary>
    public void WriteAboveStatistics(ReplayParts parts)
    {
        WriteSubject();
        WriteMetrics();
        if (replay.Equity.Count > 0) WriteEquity();
        if (parts.HasFlag(ReplayParts.Trades)) WriteTrades(int.MaxValue);
    }

    /// <summary>Which backtest it is.</summary>
    public void WriteSubject()
    {
        var row = replay.Row;
        _console.WriteLine($"{results.Study.Name}, backtest {row.Key}, index {MetricText.Count(row.Index)}");
        var subject = PrintableText.Of($"{row.Strategy} {row.ParameterText}".TrimEnd());
        _console.WriteLine($"{subject}, {PrintableText.Of(row.Symbol)}, window {row.Window}: {row.From} to {row.To}");
    }

    private void WriteMetrics()
    {
        var metrics = ResultColumns.Metrics;
        _console.WriteLine();
        for (var line = 0; line < LinesOfMetrics; line++)
            _console.WriteLine($"  {Cell(metrics[line])}     {Cell(metrics[line + LinesOfMetrics])}");

        string Cell(MetricColumn metric)
        {
            var number = results.Table.Columns.Find(metric.Name)!.Number(replay.Row);
            return $"{metric.Name,-18}{MetricText.Of(metric.Name, number, metric.Kind == ResultColumnKind.Whole),14}";
        }
    }

    private void WriteEquity()
    {
        var (high, low) = (MetricText.Amount(replay.Equity.Max()), MetricText.Amount(replay.Equity.Min()));
        var margin = Math.Max(high.Length, low.Length);
        var width = shell.OutputIsTerminal ? Math.Clamp(_console.Profile.Width - margin - 4, 10, WidestChart) : ChartOnPipe;
        var lines = EquityChart.Draw(replay.Equity, width, ChartHeight);
        _console.WriteLine();
        for (var i = 0; i < lines.Count; i++)
        {
            var label = i == 0 ? high : i == lines.Count - 1 ? low : "";
            _console.WriteLine($"  {label.PadLeft(margin)} {lines[i]}");
        }

        var (from, to) = (replay.Times[0], replay.Times[^1]);
        _console.WriteLine($"  {new string(' ', margin)} {from}{to.PadLeft(Math.Max(to.Length + 1, width - from.Length))}");
    }

    private void WriteTrades(int most)
    {
        _console.WriteLine();
        if (replay.Trades.Count == 0)
        {
            _console.WriteLine("no trades");
            return;
        }

        var priceForm = PriceForm(replay.Trades);
        var rows = replay.Trades.Take(most).Select((trade, at) => Cells(trade, at + 1, priceForm));
        // Of a portfolio each trade has a symbol, and its result may have been forced.
        if (!replay.IsPortfolio) PlainTable.Write(_console, TradeColumns, [.. rows]);
        else PlainTable.Write(_console, [.. TradeColumns, new("symbol"), new("")], [.. rows.Zip(replay.Trades, WithSymbol)]);
        if (replay.Trades.Count > most) _console.WriteLine($"{MetricText.Count(replay.Trades.Count - most)} more trades: --trades shows all");
    }

    private static string[] WithSymbol(string[] cells, ReplayedTrade replayed) =>
        [.. cells, PrintableText.Of(replayed.Symbol), replayed.Trade.IsLiquidation ? "liquidated" : ""];

    private static string[] Cells(ReplayedTrade replayed, int number, string priceForm)
    {
        var trade = replayed.Trade;
        return
        [
            MetricText.Count(number),
            replayed.EntryTime,
            replayed.ExitTime ?? "open",
            replayed.Bars is { } bars ? MetricText.Count(bars) : MetricText.Undefined,
            trade.Quantity.ToString("#,0.0000", CultureInfo.InvariantCulture),
            Price(trade.EntryPrice),
            Price(trade.ExitPrice),
            MetricText.Amount(trade.NetResult),
            MetricText.Percent(replayed.Return),
        ];

        string Price(double price) => double.IsNaN(price) ? MetricText.Undefined : price.ToString(priceForm, CultureInfo.InvariantCulture);
    }

    /// <summary>As many decimals as the smallest price needs to have five digits or so; the same in every row.</summary>
    private static string PriceForm(IEnumerable<ReplayedTrade> trades) => trades.Min(replayed => replayed.Trade.EntryPrice) switch
    {
        >= 100 => "#,0.00",
        >= 1 => "#,0.0000",
        _ => "#,0.00000000",
    };
}
