using Backtest.Engine.Market;
using Backtest.Engine.Studies;
using Backtest.Storage.Bars;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads an entry of <c>data</c>.</summary>
internal static class DataSourceReader
{
    /// <summary>The data set; null where it is wrong, which is reported.</summary>
    public static DataSource? Read(YamlMappingNode node, StudyDocument document) =>
        node.Children.Keys.Any(key => key is YamlScalarNode { Value: "portfolio" or "symbols" })
            ? Portfolio(node, document)
            : Symbol(node, document, "a data set");

    private static DataSource? Portfolio(YamlMappingNode node, StudyDocument document)
    {
        const string Example = "a list of symbols, such as [{ symbol: AAA, file: aaa.csv }, { symbol: BBB, file: bbb.csv }]";
        var map = new YamlMap(node, document.Problems, "a portfolio", "portfolio", "symbols");
        var name = Text(map, "portfolio", "portfolio: pair");
        if (map.Require("symbols", Example) is not { } list) return null;
        if (list is not YamlSequenceNode { Children.Count: > 0 } entries)
        {
            map.Report(list, $"symbols is {(list is YamlSequenceNode ? "empty" : YamlMap.KindOf(list))}: it has to be {Example}");
            return null;
        }

        List<DataSource> symbols = [];
        foreach (var entry in entries.Children)
        {
            if (entry is not YamlMappingNode mapping)
                map.Report(entry, $"an entry of symbols is {YamlMap.KindOf(entry)}: it has to be a mapping such as {{ symbol: AAA, file: aaa.csv }}");
            else if (Symbol(mapping, document, "a symbol of a portfolio") is { } symbol) Add(symbols, symbol, map, entry);
        }

        if (name is null || symbols.Count < entries.Children.Count) return null;
        var source = new DataSource(name, "", null) { Symbols = symbols };
        document.Place(source, YamlMap.PositionOf(list));
        return source;
    }

    private static void Add(List<DataSource> symbols, DataSource symbol, YamlMap map, YamlNode entry)
    {
        if (symbols.Any(known => known.Symbol == symbol.Symbol)) map.Report(entry, $"symbol {symbol.Symbol} is in the portfolio twice: keep it once");
        else symbols.Add(symbol);
    }

    private static DataSource? Symbol(YamlMappingNode node, StudyDocument document, string what)
    {
        var map = new YamlMap(
            node, document.Problems, what, "symbol", "file", "timeframe", "format", "timestamps", "currency", "dividends", "splits");
        var symbol = Text(map, "symbol", "symbol: SPX");
        if (Bars(map, symbol, document) is not { } source) return null;
        var whole = source with
        {
            Currency = Currency(map),
            DividendFile = Path(map, "dividends", document),
            SplitFile = Path(map, "splits", document),
        };
        document.Place(whole, document.PositionOf(source));
        return whole;
    }

    /// <summary>An entry of <c>rates</c>; null where it is wrong, which is reported.</summary>
    public static CurrencySource? Rate(YamlMappingNode node, StudyDocument document)
    {
        var map = new YamlMap(node, document.Problems, "a rate", "currency", "file", "timeframe", "format", "timestamps", "inverse");
        if (map.Require("currency", "currency: USD") is null) return null;
        var (currency, inverse) = (Currency(map), map.Value("inverse", "true or false", ScalarText.Truth));
        if (Bars(map, currency, document) is not { } source) return null;
        var rate = new CurrencySource(source.Symbol, source, inverse ?? false);
        document.Place(rate, YamlMap.PositionOf(map.Find("currency")!));
        return rate;
    }

    private static DataSource? Bars(YamlMap map, string? symbol, StudyDocument document)
    {
        var file = Text(map, "file", "file: ../data/spx.csv");
        var timeframe = map.Scalar("timeframe", "an interval")?.Value == "auto"
            ? null
            : map.Value("timeframe", "an interval such as 1m, 15m, 4h, 1d, 1w", Interval);
        var format = Choice(map, "format", BarFile.Formats);
        var timestamps = Choice(map, "timestamps", ["auto", "open", "close"]);
        if (symbol is null || file is null) return null;
        var source = new DataSource(symbol, file, timeframe, format, timestamps);
        document.Place(source, YamlMap.PositionOf(map.Find("file")!));
        return source;
    }

    /// <summary>A currency's code; null where there is none, or it is wrong, which is reported.</summary>
    public static string? Currency(YamlMap map)
    {
        if (map.Scalar("currency", "a currency's code") is not { Value: { } code } scalar) return null;
        if (code.Length is >= 2 and <= 10 && code.All(char.IsAsciiLetterUpper)) return code;
        map.Report(scalar, $"currency is '{code}': it has to be a code of 2 to 10 capital letters, such as USD");
        return null;
    }

    private static string? Path(YamlMap map, string key, StudyDocument document)
    {
        if (map.Scalar(key, "a path")?.Value is not { } path) return null;
        document.Place(path, YamlMap.PositionOf(map.Find(key)!));
        return path;
    }

    private static string? Text(YamlMap map, string key, string example) =>
        map.Require(key, example) is { } node ? map.AsScalar(node, key, "a text")?.Value : null;

    private static string Choice(YamlMap map, string key, IReadOnlyList<string> choices)
    {
        if (map.Scalar(key, "a word") is not { Value: { } word } scalar) return choices[0];
        if (choices.Contains(word)) return word;
        map.Report(scalar, $"{key} is '{word}': it has to be one of {string.Join(", ", choices)}");
        return choices[0];
    }

    private static Timeframe? Interval(string text) => Timeframe.TryParse(text, out var timeframe) ? timeframe : null;
}
