using System.Buffers;
using System.Text;
using System.Text.Json;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Storage.Results;
using CsvHelper;

namespace Backtest.Storage.Export;

/// <summary>The parts of a replayed backtest that can be written.</summary>
[Flags]
public enum ReplayParts
{
    /// <summary>Its row only.</summary>
    None = 0,

    /// <summary>Its trades.</summary>
    Trades = 1,

    /// <summary>Its equity at each close.</summary>
    Equity = 2,
}

/// <summary>Writes one replayed backtest for programs.</summary>
public static class ReplayExport
{
    private static readonly string[] NumberNames =
        ["quantity", "entry_price", "exit_price", "entry_fee", "exit_fee", "net_result", "return"];

    private static readonly CsvWriterOptions Csv = new() { NewLine = "\n" };

    private static readonly JsonWriterOptions Json = JsonExport.Options with { Indented = true };

    /// <summary>Its trades as CSV: <c>entry_time,exit_time,bars,quantity,entry_price,exit_price,entry_fee,exit_fee,net_result,return</c>,
    /// <c>symbol,carry,liquidation</c>; empty where a trade is open.</summary>
    public static void WriteTradesCsv(TextWriter output, Replay replay)
    {
        using var csv = CsvWriter.Create(output, Csv, leaveOpen: true);
        csv.WriteHeader(["entry_time", "exit_time", "bars", .. NumberNames, "symbol", "carry", "liquidation"]);
        foreach (var replayed in replay.Trades)
        {
            csv.WriteField(replayed.EntryTime);
            csv.WriteField(replayed.ExitTime);
            csv.WriteField(replayed.Bars, default);
            foreach (var number in Numbers(replayed)) csv.WriteField(double.IsNaN(number) ? null : (double?)number, "R");
            csv.WriteField(replayed.Symbol);
            csv.WriteField(replayed.Trade.Carry, "R");
            csv.WriteField(replayed.Trade.IsLiquidation ? "true" : "false");
            csv.EndRecord();
        }
    }

    /// <summary>Its equity as CSV: <c>time,equity</c>, one line a bar of the window.</summary>
    public static void WriteEquityCsv(TextWriter output, Replay replay)
    {
        using var csv = CsvWriter.Create(output, Csv, leaveOpen: true);
        csv.WriteHeader(["time", "equity"]);
        for (var bar = 0; bar < replay.Equity.Count; bar++)
        {
            csv.WriteField(replay.Times[bar]);
            csv.WriteField(replay.Equity[bar], "R");
            csv.EndRecord();
        }
    }

    /// <summary>All of it as one JSON object: the columns of results, <c>exception</c>, <c>message</c> and <c>stack</c> where it failed,
    /// <c>equal_to_recorded</c>, of the parts asked for <c>trade_list</c> and <c>equity_curve</c>, and <c>statistics</c> where they are
    /// given.</summary>
    public static void WriteJson(
        TextWriter output, Replay replay, IReadOnlyList<ResultColumn> columns, ReplayParts parts, TearSheet? statistics = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            foreach (var column in columns) JsonExport.WriteValue(json, JsonEncodedText.Encode(column.Name, Json.Encoder), column, replay.Row);
            if (replay.Row.Error is { } error)
            {
                json.WriteString("exception", error.Type);
                json.WriteString("message", error.Message);
                json.WriteString("stack", error.Stack);
            }

            json.WriteBoolean("equal_to_recorded", replay.IsEqual);
            if (parts.HasFlag(ReplayParts.Trades)) WriteTrades(json, replay);
            if (parts.HasFlag(ReplayParts.Equity)) WriteEquity(json, replay);
            if (statistics is not null) TearSheetExport.Write(json, statistics, replay.Times);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }

    private static void WriteTrades(Utf8JsonWriter json, Replay replay)
    {
        json.WriteStartArray("trade_list");
        foreach (var replayed in replay.Trades)
        {
            json.WriteStartObject();
            json.WriteString("entry_time", replayed.EntryTime);
            json.WriteString("exit_time", replayed.ExitTime);
            if (replayed.Bars is { } bars) json.WriteNumber("bars", bars);
            else json.WriteNull("bars");
            var numbers = Numbers(replayed);
            for (var i = 0; i < NumberNames.Length; i++)
            {
                if (double.IsFinite(numbers[i])) json.WriteNumber(NumberNames[i], numbers[i]);
                else json.WriteNull(NumberNames[i]);
            }

            json.WriteString("symbol", replayed.Symbol);
            json.WriteNumber("carry", replayed.Trade.Carry);
            json.WriteBoolean("liquidation", replayed.Trade.IsLiquidation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEquity(Utf8JsonWriter json, Replay replay)
    {
        json.WriteStartArray("equity_curve");
        for (var bar = 0; bar < replay.Equity.Count; bar++)
        {
            json.WriteStartObject();
            json.WriteString("time", replay.Times[bar]);
            json.WriteNumber("equity", replay.Equity[bar]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static double[] Numbers(ReplayedTrade replayed)
    {
        var trade = replayed.Trade;
        return
        [
            trade.Quantity, trade.EntryPrice, trade.ExitPrice, trade.EntryFee, trade.IsOpen ? double.NaN : trade.ExitFee, trade.NetResult,
            replayed.Return,
        ];
    }
}
