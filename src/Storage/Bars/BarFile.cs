using Backtest.Engine.Market;
using Backtest.Storage.Files;
using Backtest.Storage.Import;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Bars;

/// <summary>Reads files of bars: Yahoo, Binance, freqtrade, CCXT, LEAN and plain CSV, as they are, gzipped, or zipped one to a zip.</summary>
public static class BarFile
{
    /// <summary>The names of the formats; <c>auto</c> first.</summary>
    public static IReadOnlyList<string> Formats => BarFormats.Names;

    /// <summary>Reads all bars of a file, checked row by row: times strictly increase, prices are finite and positive, low &lt;= open, close &lt;=
    /// high.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="options">How to read it.</param>
    /// <returns>Bars stamped with their close in UTC; the daily bar of 2000-01-03 closes at 2000-01-04T00:00Z.</returns>
    /// <exception cref="InputException">Everything that is wrong with the file, located; nothing is repaired or left out.</exception>
    public static BarSeries Read(string path, BarFileOptions options)
    {
        var file = new PackedFile(path);
        var rows = Rows(file, options);
        if (rows.Count == 0) throw new InputException(file.DisplayName, 0, 0, "has no rows: name a file with bars");
        var timeframe = options.Timeframe ?? CloseTimes.Infer(rows)
            ?? throw new InputException(
                file.DisplayName, 0, 0, "does not tell the timeframe (too few rows, or steps below a second): give the timeframe, such as 1d");
        if (options.Timeframe is not null && CloseTimes.Contradiction(rows, timeframe) is { } problem)
            throw new InputException(file.DisplayName, 0, 0, problem);
        var times = CloseTimes.Of(rows, timeframe, options.Timestamps == TimestampMeaning.Close);
        var (open, high, low, close, volume) = rows.Prices();
        return new BarSeries(options.Symbol, timeframe, new BarColumns(times, open, high, low, close, volume));
    }

    private static RowCollector Rows(PackedFile file, BarFileOptions options)
    {
        var problems = new ProblemList(file.DisplayName);
        var rows = new RowCollector((_, line, column, message) => problems.Add(line, column, message));
        var sample = new FileSample(file);
        try
        {
            BarFormats.Find(options.Format, sample, file.DisplayName).Read(file, sample, rows);
        }
        catch (InputException error) when (problems.Count > 0)
        {
            throw new InputException([.. problems.All(), .. error.Problems]);
        }

        problems.ThrowIfAny();
        return rows;
    }
}
