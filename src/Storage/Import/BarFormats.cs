using Backtest.Storage.Problems;

namespace Backtest.Storage.Import;

/// <summary>All formats, in the order in which they are tried.</summary>
internal static class BarFormats
{
    public const string Auto = "auto";

    private static readonly IBarFormat[] All =
    [
        new FeatherTable(), new CandleJson(), new BinanceCsv(), new LeanCsv(scaled: true), new LeanCsv(scaled: false), new YahooCsv(), new OhlcvCsv(),
    ];

    /// <summary>The names that a user may give, <c>auto</c> first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Auto, .. All.SelectMany(format => format.Names).Distinct()];

    /// <summary>The format of the file: the one named, or the first that recognises the content.</summary>
    /// <exception cref="InputException">No such format, or the content is of none or another.</exception>
    public static IBarFormat Find(string name, FileSample sample, string file)
    {
        if (!Names.Contains(name))
            throw new InputException(file, 0, 0, $"format '{name}' is unknown: one of {string.Join(", ", Names)}");
        if (sample.IsUtf16) throw new InputException(file, 1, 1, "is UTF-16 text: save it as UTF-8");
        if (name == Auto && LeanCsv.IsAmbiguous(sample)) throw Unrecognised(sample, file);
        foreach (var format in All)
            if ((name == Auto || format.Names.Contains(name)) && format.Recognises(sample)) return format;
        throw name == Auto ? Unrecognised(sample, file) : NotOf(name, sample, file);
    }

    private static InputException NotOf(string name, FileSample sample, string file)
    {
        var other = Array.Find(All, format => format.Recognises(sample));
        var found = other is null ? "of no known format" : $"of format {other.Names[0]}";
        return new InputException(file, 1, 1, $"is not of format {name}, its content is {found}: leave the format at {Auto}, or name the right file");
    }

    private static InputException Unrecognised(FileSample sample, string file)
    {
        if (LeanCsv.IsAmbiguous(sample))
            return new InputException(file, 1, 1, "is a LEAN file of whole prices, which may be scaled by 10,000: "
                + $"say format {LeanCsv.ScaledName} (shares, options) or {LeanCsv.PlainName} (everything else)");
        if (sample.Bytes.AsSpan().Contains((byte)0))
            return new InputException(file, 1, 1, "is no text and no feather file: name a file with bars");
        if (HeaderProblem(sample) is { } problem) return new InputException(file, 1, 1, problem);
        return new InputException(file, 1, 1, $"is of no known format, it starts with '{Cut(sample.FirstLine)}': "
            + "expected a header line with date, open, high, low, close, volume, or a file of Yahoo, Binance, freqtrade, CCXT or LEAN");
    }

    /// <summary>Where the first line is nearly a header of bars: what it lacks.</summary>
    private static string? HeaderProblem(FileSample sample)
    {
        var missing = OhlcvHeader.Missing(sample.FirstFields);
        if (missing.Count is 0 or > 3) return null;
        return $"the header has no column {string.Join(", ", missing)}, it is '{Cut(sample.FirstLine)}': add what is missing";
    }

    private static string Cut(string text) => text.Length > 80 ? text[..80] + "..." : text;
}
