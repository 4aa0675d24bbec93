using Backtest.Engine.Execution;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads <c>costs</c>: commission, spread and slippage, each a single value or a mapping. What is wrong is reported.</summary>
internal sealed class CostsReader
{
    private const string Fraction = "a share of the price from 0% to below 100%, such as 0.1%";
    private const string Money = "an amount of money, 0 or more";
    private const string Units = "an amount in units of the price, 0 or more";

    // Beyond it a larger sale would bring less than a smaller one.
    private const double LargestImpact = 0.25;

    private readonly StudyDocument _document;
    private readonly YamlMap _costs;

    private CostsReader(StudyDocument document, YamlMap costs) => (_document, _costs) = (document, costs);

    /// <summary>The mapping under <c>costs</c>; null where there is none.</summary>
    public static YamlMap? MapOf(YamlMap study, StudyDocument document)
    {
        if (study.Find("costs") is not { } node) return null;
        if (node is YamlMappingNode mapping)
        {
            return new YamlMap(
                mapping, document.Problems, "costs", "commission", "commission-per-fill", "slippage", "spread", "borrow", "funding");
        }

        study.Report(node, $"costs is {YamlMap.KindOf(node)}: it has to be {{ commission: 0.1%, slippage: 0% }}");
        return null;
    }

    /// <summary>What trading costs.</summary>
    /// <param name="costs">The mapping.</param>
    /// <param name="document">The document.</param>
    public static TradingCosts Read(YamlMap costs, StudyDocument document) => new CostsReader(document, costs).Read();

    private TradingCosts Read()
    {
        var (rate, perFill, terms) = Commission();
        (var slippage, terms) = Slippage(terms);
        terms = Spread(terms);
        // Terms that say nothing are none: how costs are spelled changes no key.
        var costs = new TradingCosts(rate, perFill, slippage);
        return terms == new CostTerms() ? costs : costs with { Terms = terms };
    }

    private (double Rate, double PerFill, CostTerms Terms) Commission()
    {
        var perFill = _costs.Value("commission-per-fill", Money, NotNegative);
        if (_costs.Find("commission") is not YamlMappingNode mapping)
            return (_costs.Value("commission", Fraction, Share) ?? 0, perFill ?? 0, new CostTerms());
        var map = new YamlMap(
            mapping, _document.Problems, "a commission", "rate", "maker", "taker", "per-fill", "per-share", "minimum", "maximum", "tiers");
        var rate = Rate(map);
        if (map.Find("per-fill") is { } inside && perFill is not null)
            map.Report(inside, "there is a per-fill and a commission-per-fill: keep one of the two");
        var terms = new CostTerms
        {
            MakerRate = map.Value("maker", Fraction, Share),
            CommissionPerUnit = map.Value("per-share", Money, NotNegative) ?? 0,
            Minimum = map.Value("minimum", Money, NotNegative) ?? 0,
            Tiers = Tiers(map),
        };
        return (rate ?? 0, map.Value("per-fill", Money, NotNegative) ?? perFill ?? 0, Maximum(map, terms));
    }

    /// <summary>The rate; an exchange that knows makers calls it the taker's.</summary>
    private static double? Rate(YamlMap map)
    {
        var (rate, taker) = (map.Value("rate", Fraction, Share), map.Value("taker", Fraction, Share));
        if (map.Find("rate") is not null && map.Find("taker") is { } twice)
            map.Report(twice, "there is a rate and a taker, which mean the same: keep one of the two");
        return rate ?? taker;
    }

    private static CostTerms Maximum(YamlMap map, CostTerms terms)
    {
        if (map.Scalar("maximum", "an amount of money or a share") is not { } scalar) return terms;
        var text = scalar.Value ?? "";
        if (text.EndsWith('%'))
        {
            if (Share(text) is { } share and > 0) return terms with { MaximumRate = share };
            map.Report(scalar, $"maximum is '{text}': as a share it has to be above 0% and below 100%");
        }
        else if (ScalarText.Number(text) is not { } money || money < 0)
        {
            map.Report(scalar, $"maximum is '{text}': it has to be an amount of money, 0 or more, or a share of the notional such as 1%");
        }
        else if (money < terms.Minimum)
        {
            map.Report(scalar, $"maximum is {text}, below the minimum: exchange them");
        }
        else
        {
            return terms with { Maximum = money };
        }

        return terms;
    }

    private IReadOnlyList<CommissionTier> Tiers(YamlMap map)
    {
        const string Example = "[{ from: 100000, rate: 0.08% }, { from: 1000000, rate: 0.05%, maker: 0.02% }]";
        if (map.Find("tiers") is not { } node) return [];
        List<CommissionTier> tiers = [];
        if (node is not YamlSequenceNode list || list.Children.Count == 0)
        {
            map.Report(node, $"tiers is {(node is YamlSequenceNode ? "empty" : YamlMap.KindOf(node))}: it has to be a list such as {Example}");
            return tiers;
        }

        foreach (var child in list.Children)
        {
            if (child is YamlMappingNode mapping) Add(tiers, new YamlMap(mapping, _document.Problems, "a tier", "from", "rate", "maker"));
            else map.Report(child, $"an entry of tiers is {YamlMap.KindOf(child)}: it has to be a mapping, as in {Example}");
        }

        return tiers;
    }

    private static void Add(List<CommissionTier> tiers, YamlMap map)
    {
        map.Require("from", "from: 100000");
        map.Require("rate", "rate: 0.08%");
        var from = map.Value("from", "an amount of money above 0", AboveZero);
        var (rate, maker) = (map.Value("rate", Fraction, Share), map.Value("maker", Fraction, Share));
        if (from is not { } value || rate is not { } share) return;
        if (tiers.Count > 0 && value <= tiers[^1].From)
            map.Report(map.Find("from")!, $"from is {value}, not above that of the tier before: sort them");
        else tiers.Add(new CommissionTier(value, share, maker));
    }

    private (double Rate, CostTerms Terms) Slippage(CostTerms terms)
    {
        if (_costs.Find("slippage") is not YamlMappingNode mapping) return (_costs.Value("slippage", Fraction, Share) ?? 0, terms);
        var map = new YamlMap(mapping, _document.Problems, "a slippage", "percent", "fixed", "volume-impact", "volume-limit");
        const string Limit = "a share of the bar's volume above 0% up to 100%, such as 2.5%";
        terms = terms with
        {
            Slippage = map.Value("fixed", Units, NotNegative) ?? 0,
            VolumeImpact = map.Value("volume-impact", "a share of the price from 0% to 100%, such as 10%", Impact) ?? 0,
        };
        var limit = map.Value("volume-limit", Limit, VolumeShare);
        if (terms.VolumeImpact > 0) terms = terms with { VolumeLimit = limit ?? 1 };
        else if (limit is not null)
            map.Report(map.Find("volume-limit")!, "there is a volume-limit and no volume-impact that it would limit: add one");
        if (terms.VolumeImpact * terms.VolumeLimit * terms.VolumeLimit > LargestImpact)
        {
            map.Report(
                map.Find("volume-impact")!,
                "volume-impact x volume-limit^2 is above 25%: a large sale would bring less than a small one; choose a smaller volume-limit");
        }

        return (map.Value("percent", Fraction, Share) ?? 0, terms);
    }

    /// <summary>With a percent sign it is a share of the price, without one in units of it.</summary>
    private CostTerms Spread(CostTerms terms)
    {
        const string Expected = "an amount in units of the price such as 0.02, or a share of it below 100% such as 0.02%";
        if (_costs.Scalar("spread", Expected) is not { } scalar) return terms;
        var text = scalar.Value ?? "";
        if (text.EndsWith('%') && Share(text) is { } share) return terms with { SpreadRate = share };
        if (!text.EndsWith('%') && NotNegative(text) is { } units) return terms with { Spread = units };
        _costs.Report(scalar, $"spread is '{text}': it has to be {Expected}");
        return terms;
    }

    private static double? AboveZero(string text) => ScalarText.Number(text) is { } number and > 0 ? number : null;

    private static double? NotNegative(string text) => ScalarText.Number(text) is { } number and >= 0 ? number : null;

    private static double? Share(string text) => ScalarText.Fraction(text) is { } share and >= 0 and < 1 ? share : null;

    private static double? Impact(string text) => ScalarText.Fraction(text) is { } share and >= 0 and <= 1 ? share : null;

    private static double? VolumeShare(string text) => ScalarText.Fraction(text) is { } share and > 0 and <= 1 ? share : null;
}
