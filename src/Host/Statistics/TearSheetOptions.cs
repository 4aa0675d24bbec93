using System.CommandLine;
using Backtest.Engine.Market;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Running;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;

namespace Backtest.Host.Statistics;

/// <summary>The options of a tear sheet.</summary>
internal sealed class TearSheetOptions
{
    private readonly Option<bool> _statistics = new("--statistics")
    {
        Description = "Its tear sheet: returns by month, risk, drawdowns, trades, and how it does against a benchmark.",
    };

    private readonly Option<string?> _benchmark = new("--benchmark")
    {
        Description = "The symbol of the study that it is compared with in --statistics, bought and held; its own by default.",
        HelpName = "SYMBOL",
    };

    private readonly Option<long?> _rolling = NumberOption.FromOne(
        "--rolling", "Bars of the rolling figures in --statistics; half a year by default.", int.MaxValue);

    /// <summary>Adds them.</summary>
    public void AddTo(Command command)
    {
        command.Add(_statistics);
        command.Add(_benchmark);
        command.Add(_rolling);
    }

    /// <summary>The tear sheet; null where none is asked for, or the backtest did not run to its end.</summary>
    /// <exception cref="UsageException">The benchmark is no symbol of the study or has no bar yet, or the options ask for what is not
    /// shown.</exception>
    public TearSheet? Read(ParseResult parsed, Replay replay, Study study)
    {
        var (symbol, window) = (parsed.GetValue(_benchmark), parsed.GetValue(_rolling));
        if (!parsed.GetValue(_statistics))
        {
            if (symbol is not null) throw new UsageException("--benchmark is a part of the statistics: add --statistics");
            return window is null ? null : throw new UsageException("--rolling is a part of the statistics: add --statistics");
        }

        if (window < 2) throw new UsageException($"--rolling has to be 2 or more, not {window}: one bar has no deviation");
        if (replay.Inputs is not { } inputs) return null;
        var benchmark = symbol is null ? null : Find(study, symbol);
        if (benchmark is not null && benchmark.CloseTimes[0] > inputs.Slice.CloseTimes[^1])
            throw new UsageException($"--benchmark {PrintableText.Of(symbol!)} has no bar up to the end of this backtest");
        return ReplayStatistics.Of(replay, benchmark, (int?)window);
    }

    /// <summary>A data set, or a symbol of a portfolio.</summary>
    private static BarSeries Find(Study study, string symbol)
    {
        BarSeries[] known = [.. study.Series, .. study.Series.SelectMany(series => series.Portfolio?.Symbols ?? [])];
        return known.FirstOrDefault(series => string.Equals(series.Symbol, symbol, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"the study has no symbol '{PrintableText.Of(symbol)}' to compare with: "
                + Spelling.Remedy(symbol, [.. known.Select(series => series.Symbol).Distinct()]));
    }
}
