using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Studies;
using Backtest.Storage.Studies;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Studies;

public sealed class DataLoaderTests : IDisposable
{
    private const string Whole = """
        study: account
        currency: EUR
        data:
          - portfolio: pair
            symbols:
              - { symbol: AAA, file: a.csv, timeframe: 1d, currency: USD, dividends: dividends.csv }
              - { symbol: BBB, file: b.csv, timeframe: 1d, splits: splits.csv }
          - { symbol: AAA, file: a.csv, timeframe: 1d }
          - { symbol: AAA, file: a.csv, timeframe: 1d, currency: EUR }
          - { symbol: BBB, file: b.csv, timeframe: 1d, splits: splits.csv }
        rates:
          - { currency: USD, file: eurusd.csv, timeframe: 1d, inverse: true }
        strategies:
          - name: sma-cross
        leverage: 2
        maintenance-margin: 20%
        interest: 5%
        costs: { commission: 0.1%, borrow: 3%, funding: { file: funding.csv } }
        rules: { position-size: [50%, 200%], max-open-positions: { from: 1, to: 2 } }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void APortfolioIsOneDataSetOnTheMergedTimelineOfItsSymbols()
    {
        var series = Load(Whole).Series[0];

        Assert.Equal(("pair", 4), (series.Symbol, series.Count));
        Assert.Equal([("AAA", 3), ("BBB", 3)], series.Portfolio!.Symbols.Select(symbol => (symbol.Symbol, symbol.Count)));
        var (usd, split) = (series.Portfolio.Terms[0], series.Portfolio.Terms[1]);
        Assert.Equal([1 / 1.25, 1 / 1.6], usd.Rates!.Values.ToArray());
        Assert.Equal((0.5, new DateTime(2024, 1, 3).Ticks), (usd.Dividends.Values[0], usd.Dividends.Times[0]));
        Assert.Equal((2.0, true), (split.Splits.Values[0], split.Rates is null));
    }

    [Fact]
    public void ASymbolIsAPortfolioOnlyWhereItNeedsMoreThanBars() =>
        Assert.Equal([true, false, false, true], Load(Whole).Series.Select(series => series.Portfolio is not null));

    [Fact]
    public void TermsAreReadWithTheFundingOfTheirFile()
    {
        var study = Load(Whole);

        var terms = new Plan(study).Accounts[0].Terms;
        Assert.Equal((2, 0.2, 0.05, 0.03), (terms.Leverage, terms.MaintenanceMargin, terms.InterestRate, terms.BorrowRate));
        Assert.Equal(0.0003, terms.Funding!.Between(0, long.MaxValue - 1), 12);
        Assert.Equal(new TradingCosts(0.001), study.Definition.Costs);
        Assert.Equal(4 * 4, new Plan(study).Count);
    }

    [Fact]
    public void AStudyWithoutTermsHasNone()
    {
        var plain = Whole[..Whole.IndexOf("leverage", StringComparison.Ordinal)];

        Assert.Equal(AccountTerms.None, Load(plain).Definition.Terms);
        Assert.Equal(AccountTerms.None, Load(plain + "leverage: 1\n").Definition.Terms);
        Assert.Equal(0, Load(plain + "leverage: 2\n").Definition.Terms.MaintenanceMargin);
    }

    [Fact]
    public void AnotherOrderOfSymbolsIsAnotherDataSet()
    {
        BarSeries[] symbols = [.. Load(Whole).Series[0].Portfolio!.Symbols];

        Assert.NotEqual(PortfolioBars.Join("x", symbols).ContentHash, PortfolioBars.Join("x", [symbols[1], symbols[0]]).ContentHash);
        Assert.Equal(PortfolioBars.Join("x", symbols).ContentHash, PortfolioBars.Join("renamed", symbols).ContentHash);
    }

    private Study Load(string text)
    {
        Bars("a.csv", "2024-01-02,10", "2024-01-03,11", "2024-01-05,12");
        Bars("b.csv", "2024-01-02,20", "2024-01-04,21", "2024-01-05,22");
        Bars("eurusd.csv", "2024-01-01,1.25", "2024-01-04,1.6");
        _folder.Write("dividends.csv", "ex-date,amount\n2024-01-03,0.5\n");
        _folder.Write("splits.csv", "ex-date,ratio\n2024-01-04,2\n");
        _folder.Write("funding.csv", "2024-01-02T08:00:00Z,0.0001\n2024-01-02T16:00:00Z,0.0002\n");
        return StudyLoader.Load(StudyFile.Read(_folder.Write("study.yaml", text)), [CrossStrategy.Definition]);
    }

    private void Bars(string name, params string[] rows) => _folder.Write(
        name, "date,open,high,low,close,volume\n" + string.Concat(rows.Select(row =>
        {
            var (day, price) = (row[..10], row[11..]);
            return $"{day},{price},{price},{price},{price},1\n";
        })));
}
