using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Studies;
using Backtest.Storage.Bars;
using Backtest.Storage.Import;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Studies;

/// <summary>Reads the data that a study names. What is wrong is reported, and reading goes on.</summary>
/// <param name="document">The study file.</param>
/// <param name="cache">Keeps parsed bars; null to parse them.</param>
/// <param name="problems">Takes what is wrong with other files than the study's.</param>
internal sealed class DataLoader(StudyDocument document, BarCache? cache, List<InputProblem> problems)
{
    private readonly Dictionary<string, DatedNumbers?> _rates = [];

    /// <summary>The bars of each data set that could be read, in the study's order. The document's terms get the rates of their file.</summary>
    public List<BarSeries> Load()
    {
        if (document.Definition.FundingFile is { } funding) ReadFunding(funding);
        foreach (var rate in document.Definition.Rates) ReadRate(rate);
        List<BarSeries> series = [];
        foreach (var source in document.Definition.DataSources)
        {
            if (Load(source) is { } bars) series.Add(bars);
        }

        ReportUnused();
        return series;
    }

    /// <summary>The bars of a data set: those of its symbol, or a merged timeline for a portfolio and for a symbol that needs more than
    /// bars.</summary>
    private BarSeries? Load(DataSource source)
    {
        IReadOnlyList<DataSource> sources = source.Symbols.Count > 0 ? source.Symbols : [source];
        var symbols = sources.Select(Read).ToArray();
        var terms = sources.Zip(symbols, Terms).ToArray();
        if (symbols.Contains(null) || terms.Contains(null)) return null;
        if (source.Symbols.Count == 0 && terms[0] == SymbolTerms.None) return symbols[0];
        for (var at = 1; at < symbols.Length; at++)
        {
            if (symbols[at]!.Timeframe == symbols[0]!.Timeframe) continue;
            Report(
                sources[at],
                $"{symbols[at]!.Symbol} has bars of {symbols[at]!.Timeframe} and {symbols[0]!.Symbol} of {symbols[0]!.Timeframe}: "
                    + "give all symbols of a portfolio one timeframe");
            return null;
        }

        return PortfolioBars.Join(source.Symbol, symbols!, terms!);
    }

    private BarSeries? Read(DataSource source)
    {
        var path = StudyLoader.PathOf(source.File, document.Path);
        if (!File.Exists(path))
        {
            Report(source, Missing(source.File, path));
            return null;
        }

        try
        {
            var options = new BarFileOptions(source.Symbol, source.Timeframe, source.Format, Meaning(source.Timestamps));
            return cache is null ? BarFile.Read(path, options) : cache.Read(path, options);
        }
        catch (InputException exception)
        {
            problems.AddRange(exception.Problems);
            return null;
        }
    }

    /// <summary>What there is to know of a symbol beside its bars; null where it is wrong, which is reported.</summary>
    private SymbolTerms? Terms(DataSource source, BarSeries? bars)
    {
        const string Dividend = "has to be above 0", Split = "has to be above 0: 2 for two shares for one";
        var good = TryRates(source, bars, out var rates);
        good &= TryNumbers(source.DividendFile, value => value > 0 ? null : $"dividend {value} {Dividend}", out var dividends);
        good &= TryNumbers(source.SplitFile, value => value > 0 ? null : $"split {value} {Split}", out var splits);
        if (!good) return null;
        return rates is null && dividends.Count == 0 && splits.Count == 0
            ? SymbolTerms.None
            : new SymbolTerms { Rates = rates, Dividends = dividends, Splits = splits };
    }

    private bool TryRates(DataSource source, BarSeries? bars, out DatedNumbers? rates)
    {
        rates = null;
        var account = document.Definition.Currency;
        if (source.Currency is not { } currency || currency == account) return true;
        if (account is null)
            Report(source, $"{source.Symbol} is quoted in {currency}, and the study names no currency: add currency: to the study");
        else if (!_rates.TryGetValue(currency, out rates))
            Report(source, $"{source.Symbol} is quoted in {currency}, and there is no rate of it: add {Example(currency)} to rates");
        else if (rates is not null && bars is not null && rates.Times[0] > bars.CloseTimes[0])
            Report(source, $"rates of {currency} begin after the bars of {source.Symbol}: give rates from {Day(bars.CloseTimes[0])} on");
        else return rates is not null;
        return false;
    }

    private void ReadRate(CurrencySource rate)
    {
        if (rate.Currency == document.Definition.Currency)
            Report(rate, $"{rate.Currency} is the account's own currency, whose rate is 1: remove the entry");
        if (_rates.ContainsKey(rate.Currency)) Report(rate, $"{rate.Currency} has a rate twice: keep one of the two");
        _rates[rate.Currency] = Read(rate.Source) is not { } bars ? null : new DatedNumbers(
            bars.CloseTimes.ToArray(), rate.IsInverse ? Array.ConvertAll(bars.Close.ToArray(), price => 1 / price) : bars.Close.ToArray());
    }

    private void ReportUnused()
    {
        var used = document.Definition.DataSources.SelectMany(source => source.Symbols.Append(source)).Select(source => source.Currency).ToHashSet();
        var (rates, account) = (document.Definition.Rates, document.Definition.Currency);
        foreach (var rate in rates.Where(rate => !used.Contains(rate.Currency) && rate.Currency != account))
            Report(rate, $"no symbol is quoted in {rate.Currency}: add currency: {rate.Currency} to those that are, or remove the entry");
    }

    /// <summary>Completes the terms with the rates of their file.</summary>
    private void ReadFunding(string name)
    {
        if (!TryNumbers(name, value => Math.Abs(value) < 1 ? null : $"rate {value} is no share: write 0.0001 for 0.01%", out var rates)) return;
        var terms = document.Definition.Terms with { Funding = new FundingRates(rates.Times, rates.Values) };
        document.Definition = document.Definition with { Terms = terms };
    }

    /// <summary>The numbers of a file that the study names; none where it names none.</summary>
    private bool TryNumbers(string? name, Func<double, string?> defect, out DatedNumbers numbers)
    {
        numbers = DatedNumbers.None;
        if (name is null) return true;
        var path = StudyLoader.PathOf(name, document.Path);
        if (!File.Exists(path))
        {
            Report(name, Missing(name, path));
            return false;
        }

        try
        {
            var (times, values) = DatedValues.Read(path, defect);
            numbers = new DatedNumbers(times, values);
            return true;
        }
        catch (InputException exception)
        {
            problems.AddRange(exception.Problems);
            return false;
        }
    }

    private void Report(object part, string message)
    {
        var (line, column) = document.PositionOf(part);
        document.Problems.Add(line, column, message);
    }

    private static string Missing(string name, string path) =>
        $"there is no file '{name}' (looked for {path}): paths start at the study file's folder";

    private static string Example(string currency) => $"- {{ currency: {currency}, file: ... }}";

    private static string Day(long time) => new DateTime(time, DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimestampMeaning Meaning(string text) => text switch
    {
        "open" => TimestampMeaning.Open,
        "close" => TimestampMeaning.Close,
        _ => TimestampMeaning.Auto,
    };
}
