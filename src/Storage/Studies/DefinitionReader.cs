using System.Text.RegularExpressions;
using Backtest.Engine.Execution;
using Backtest.Engine.Studies;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads a study file from its root down. What is wrong is reported, and reading goes on.</summary>
/// <param name="document">The document being read.</param>
internal sealed partial class DefinitionReader(StudyDocument document)
{
    private static readonly string[] Keys =
    [
        "study", "data", "strategies", "limit", "search", "windows", "window-filter", "final-filter", "warm-up", "capital", "costs",
        "fill", "direction", "rules", "periods-per-year", "risk-free-rate", "run", "leverage", "maintenance-margin", "interest",
        "currency", "rates",
    ];

    /// <summary>What the file says.</summary>
    public StudyDefinition Read(YamlMappingNode root)
    {
        var map = new YamlMap(root, document.Problems, "a study", Keys);
        var name = Name(map);
        var data = List(map, "data", "a list of data sets, such as - { symbol: SPX, file: spx.csv }", DataSourceReader.Read);
        var strategies = List(map, "strategies", "a list of strategies, such as - { name: sma-cross }", StrategyReader.Read);
        strategies = RulesReader.Join(strategies, RulesReader.Read(map, document), document);
        var (windows, folds, foldWarmUp) = WindowReader.Read(map, document);
        var warmUp = WarmUp(map);
        if (foldWarmUp is not null && warmUp is not null)
            map.Report(map.Find("warm-up")!, "there is a warm-up of the study and one of its windows: keep one of the two");
        var (limit, search) = (Limit(map), SearchReader.Read(map, document));
        var costs = CostsReader.MapOf(map, document);
        var (terms, fundingFile) = TermsReader.Read(map, costs, document);
        if (limit is not null && search is not null) map.Report(map.Find("search")!, "there is a limit and a search: keep one of the two");
        return new StudyDefinition(name, data, strategies, windows)
        {
            Limit = limit,
            Search = search,
            WarmUpBars = foldWarmUp ?? warmUp,
            Folds = folds,
            WindowFilter = FilterReader.Read("window-filter", map, document),
            FinalFilter = FilterReader.Read("final-filter", map, document),
            Capital = map.Value("capital", "a number above 0", Positive) ?? 10_000,
            Costs = costs is null ? new TradingCosts() : CostsReader.Read(costs, document),
            Terms = terms,
            FundingFile = fundingFile,
            Currency = DataSourceReader.Currency(map),
            Rates = map.Find("rates") is null
                ? []
                : List(map, "rates", "a list of rates, such as - { currency: USD, file: eurusd.csv }", DataSourceReader.Rate),
            Fill = map.Value("fill", "next-open or close", Fill) ?? FillTime.NextOpen,
            Direction = map.Value("direction", "long, short or both", Direction) ?? Engine.Execution.Direction.Long,
            PeriodsPerYear = map.Scalar("periods-per-year", "a number above 0 or auto")?.Value == "auto"
                ? null
                : map.Value("periods-per-year", "a number above 0 or auto", Positive),
            RiskFreeRate = map.Value("risk-free-rate", "a yearly rate from -100% to 100%, such as 2%", Rate) ?? 0,
            Run = RunReader.Read(map, document),
        };
    }

    private string Name(YamlMap map)
    {
        if (map.Require("study", "study: my-study") is not { } node) return "";
        if (map.AsScalar(node, "study", "a name") is not { Value: { } name }) return "";
        if (NamePattern().IsMatch(name)) return name;
        map.Report(node, $"the study's name is '{name}': it has to be 1 to 64 of a-z 0-9 . _ -");
        return "";
    }

    private List<T> List<T>(YamlMap map, string key, string expected, Func<YamlMappingNode, StudyDocument, T?> read)
        where T : class
    {
        List<T> items = [];
        if (map.Require(key, expected) is not { } node) return items;
        if (node is not YamlSequenceNode list || list.Children.Count == 0)
        {
            map.Report(node, $"{key} is {(node is YamlSequenceNode ? "empty" : YamlMap.KindOf(node))}: it has to be {expected}");
            return items;
        }

        foreach (var child in list.Children)
        {
            if (child is not YamlMappingNode entry)
                map.Report(child, $"an entry of {key} is {YamlMap.KindOf(child)}: it has to be a mapping, as in {expected}");
            else if (read(entry, document) is { } item) items.Add(item);
        }

        return items;
    }

    private static long? Limit(YamlMap map) => map.Value("limit", "a whole number from 1 on", AtLeastOne);

    /// <summary>The warm-up that a mapping names; null for automatic.</summary>
    public static int? WarmUp(YamlMap map) => map.Scalar("warm-up", "a number of bars or auto")?.Value == "auto"
        ? null
        : map.Value("warm-up", "a number of bars from 0 to 1000000, or auto", Bars);

    private static FillTime? Fill(string text) => text switch { "next-open" => FillTime.NextOpen, "close" => FillTime.Close, _ => null };

    private static Direction? Direction(string text) => text switch
    {
        "long" => Engine.Execution.Direction.Long,
        "short" => Engine.Execution.Direction.Short,
        "both" => Engine.Execution.Direction.Both,
        _ => null,
    };

    private static double? Positive(string text) => ScalarText.Number(text) is { } number and > 0 ? number : null;

    private static double? Rate(string text) => ScalarText.Fraction(text) is { } rate and > -1 and <= 1 ? rate : null;

    private static int? Bars(string text) => ScalarText.Whole(text) is { } bars and >= 0 and <= 1_000_000 ? (int)bars : null;

    private static long? AtLeastOne(string text) => ScalarText.Whole(text) is { } whole and >= 1 ? whole : null;

    [GeneratedRegex("^[a-z0-9._-]{1,64}$")]
    private static partial Regex NamePattern();
}
