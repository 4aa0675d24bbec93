using System.Globalization;
using Backtest.Engine.Execution;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads on what terms the account may borrow: <c>leverage</c>, <c>maintenance-margin</c>, <c>interest</c>, and of <c>costs</c>
/// <c>borrow</c> and <c>funding</c>.</summary>
internal static class TermsReader
{
    private const double LargestLeverage = 1000;
    private const string FundingExample = "{ rate: 0.01%, every: 8h } or { file: funding.csv }";

    /// <summary>The terms, and the file of their funding rates; what is wrong is reported.</summary>
    public static (AccountTerms Terms, string? FundingFile) Read(YamlMap map, YamlMap? costs, StudyDocument document)
    {
        var leverage = map.Value("leverage", "a number from 1 to 1000", Leverage) ?? 1;
        var margin = map.Value("maintenance-margin", "a share of the positions' value from 0% to below 100%, such as 25%", Share);
        var (funding, file) = costs?.Find("funding") is { } node ? Funding(node, costs, document) : default;
        if (margin >= 1 / leverage)
        {
            map.Report(map.Find("maintenance-margin")!, string.Create(
                CultureInfo.InvariantCulture,
                $"maintenance-margin is {margin:0.####%}: with leverage {leverage} it has to be below {1 / leverage:0.####%}"));
        }

        return (new AccountTerms
        {
            Leverage = leverage,
            MaintenanceMargin = margin ?? (leverage > 1 ? 0 : null),
            InterestRate = map.Value("interest", "a yearly rate from 0% to below 100%, such as 5%", Share) ?? 0,
            BorrowRate = costs?.Value("borrow", "a yearly rate from 0% on, such as 3%", Rate) ?? 0,
            Funding = funding,
        }, file);
    }

    private static (FundingRates? Rates, string? File) Funding(YamlNode node, YamlMap costs, StudyDocument document)
    {
        if (node is not YamlMappingNode mapping)
        {
            costs.Report(node, $"funding is {YamlMap.KindOf(node)}: it has to be {FundingExample}");
            return default;
        }

        var map = new YamlMap(mapping, document.Problems, "funding", "rate", "every", "file");
        if (map.Scalar("file", "a path")?.Value is { } file)
        {
            if (map.Find("rate") is { } both) map.Report(both, "there is a rate and a file: keep one of the two");
            document.Place(file, YamlMap.PositionOf(map.Find("file")!));
            return (null, file);
        }

        if (map.Require("rate", FundingExample) is null || map.Require("every", FundingExample) is null) return default;
        var rate = map.Value("rate", "a share of the position's value, such as 0.01%", Signed);
        var every = map.Value("every", "a time such as 8h", ScalarText.Duration);
        return rate is { } paid && every is { } time ? (new FundingRates(paid, time), null) : default;
    }

    private static double? Leverage(string text) => ScalarText.Number(text) is { } number and >= 1 and <= LargestLeverage ? number : null;

    private static double? Share(string text) => ScalarText.Fraction(text) is { } share and >= 0 and < 1 ? share : null;

    private static double? Rate(string text) => ScalarText.Fraction(text) is { } rate and >= 0 ? rate : null;

    private static double? Signed(string text) => ScalarText.Fraction(text) is { } rate and > -1 and < 1 ? rate : null;
}
