using System.CommandLine;
using Backtest.Host.BarFiles;
using Backtest.Host.CommandLine;
using Backtest.Storage.Bars;

namespace Backtest.Host.Commands;

/// <summary><c>backtest data</c>: files of bars.</summary>
internal static class DataCommand
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["auto"] = "recognised by the content: the first of the following that fits",
        ["freqtrade"] = "freqtrade: JSON [[milliseconds, open, high, low, close, volume], ...], or feather with date, open, high, low, close, volume",
        ["feather"] = "the feather files of freqtrade, and no others",
        ["ccxt"] = "what CCXT returns as JSON, the same as freqtrade's",
        ["binance"] = "Binance's klines: 12 columns, with or without a header, milliseconds or microseconds",
        ["lean-equity"] = "LEAN's trade bars of shares and options: prices scaled by 10,000, times of New York",
        ["lean"] = "LEAN's trade bars of everything else: prices as they are",
        ["yahoo"] = "Yahoo Finance: Date,Open,High,Low,Close,Adj Close,Volume; the adjusted close is not read",
        ["ohlcv"] = "CSV with a header that names date (or time, timestamp, datetime), open, high, low, close, volume, in any order and case; "
            + "separated by comma, semicolon or tab",
    };

    /// <summary>The command.</summary>
    public static Command Create(Shell shell) => new("data", "Check, generate and explain files of bars.")
    {
        CheckCommand.Create(shell),
        GenerateCommand.Create(shell),
        CreateFormats(shell),
    };

    private static Command CreateFormats(Shell shell)
    {
        var command = new Command("formats", "List the formats that are read.");
        command.SetAction(async (_, _) =>
        {
            var width = BarFile.Formats.Max(name => name.Length) + 2;
            foreach (var name in BarFile.Formats)
                await shell.Output.WriteLineAsync(name.PadRight(width) + Meanings[name]).ConfigureAwait(false);
            await shell.Error.WriteLineAsync(
                "Each may be packed by gzip or zip, one file to a zip. Times mark the open of a bar unless --timestamps close says otherwise; "
                + "times without an offset are UTC.").ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }
}
