using Backtest.Engine.Market;
using Backtest.Engine.Studies;
using Backtest.Storage.Bars;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads an entry of <c>data</c>.</summary>
internal static class DataSourceReader
{
    /// <summary>The data set; null where it is wrong, which is reported.</summary>
    public static DataSource? Read(YamlMappingNode node, StudyDocument document)
    {
        var map = new YamlMap(node, document.Problems, "a data set", "symbol", "file", "timeframe", "format", "timestamps");
        var symbol = Text(map, "symbol", "symbol: SPX");
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
