using Backtest.Engine.Execution;
using Backtest.Engine.Studies.Folds;
using Backtest.Engine.Studies.Sets;

namespace Backtest.Engine.Studies;

/// <summary>What a study file says, checked for itself but not yet joined with data and strategies.</summary>
/// <param name="Name">1 to 64 of a-z 0-9 . _ -.</param>
/// <param name="DataSources">The data sets, in order; one or more.</param>
/// <param name="Strategies">The strategies with their grids, in order; one or more.</param>
/// <param name="Windows">The windows, in order; one or more, unless they are derived from <see cref="StudyDefinition.Folds"/>.</param>
public sealed record StudyDefinition(
    string Name,
    IReadOnlyList<DataSource> DataSources,
    IReadOnlyList<StrategyEntry> Strategies,
    IReadOnlyList<Window> Windows)
{
    /// <summary>Only the first so many parameter sets are run; null for all.</summary>
    public long? Limit { get; init; }

    /// <summary>A choice of parameter sets; null for the whole grid.</summary>
    public StudySearch? Search { get; init; }

    /// <summary>What the windows are derived from; null where they are listed.</summary>
    public FoldSchedule? Folds { get; init; }

    /// <summary>A condition over the metrics of each window: a parameter set that does not satisfy it is dropped, and not run over the windows
    /// after it; null to drop none.</summary>
    public Expression? WindowFilter { get; init; }

    /// <summary>A condition over the means of the metrics over all windows: a set that does not satisfy it is dropped in the end; null to drop
    /// none.</summary>
    public Expression? FinalFilter { get; init; }

    /// <summary>Bars before a window that indicators may use; null for as many as the strategy declares.</summary>
    public int? WarmUpBars { get; init; }

    /// <summary>Cash before the first bar.</summary>
    public double Capital { get; init; } = 10_000;

    /// <summary>What trading costs.</summary>
    public TradingCosts Costs { get; init; } = new();

    /// <summary>When orders fill.</summary>
    public FillTime Fill { get; init; } = FillTime.NextOpen;

    /// <summary>Which positions may be held.</summary>
    public Direction Direction { get; init; }

    /// <summary>Leverage, margin and what holding positions costs.</summary>
    public AccountTerms Terms { get; init; } = AccountTerms.None;

    /// <summary>The file of the terms' funding rates, which whoever loads the study reads; null where there is none.</summary>
    public string? FundingFile { get; init; }

    /// <summary>The account's currency; null where the study names none.</summary>
    public string? Currency { get; init; }

    /// <summary>The rates of the other currencies.</summary>
    public IReadOnlyList<CurrencySource> Rates { get; init; } = [];

    /// <summary>Bars a year; null for what each data set's timeframe has by convention.</summary>
    public double? PeriodsPerYear { get; init; }

    /// <summary>The yearly risk-free rate as a fraction.</summary>
    public double RiskFreeRate { get; init; }

    /// <summary>How the study wants to be run; no part of any key.</summary>
    public RunSettings Run { get; init; } = new();
}

/// <summary>A data set of a study.</summary>
/// <param name="Symbol">The instrument's name, or the portfolio's.</param>
/// <param name="File">Where the bars are: a path, as the storage understands it; empty for a portfolio.</param>
/// <param name="Timeframe">The interval of a bar; null where it is read off the bars.</param>
/// <param name="Format">The file's format, <c>auto</c> where it is recognised by its content.</param>
/// <param name="Timestamps"><c>open</c> or <c>close</c>: what the file's times mean; <c>auto</c> for what the format defines.</param>
public sealed record DataSource(string Symbol, string File, Market.Timeframe? Timeframe, string Format = "auto", string Timestamps = "auto")
{
    /// <summary>The symbols of a portfolio, in order; none where the data set is one symbol.</summary>
    public IReadOnlyList<DataSource> Symbols { get; init; } = [];

    /// <summary>The currency that it is quoted in; null for the account's.</summary>
    public string? Currency { get; init; }

    /// <summary>The file of its dividends: ex-date and amount a share; null for none.</summary>
    public string? DividendFile { get; init; }

    /// <summary>The file of its splits: ex-date and new shares for an old one; null for none.</summary>
    public string? SplitFile { get; init; }
}

/// <summary>Where the rate of a currency is.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Source">Bars whose closes are the price of one unit of it in the account's currency.</param>
/// <param name="IsInverse">True where they are the price of one unit of the account's currency in it.</param>
public sealed record CurrencySource(string Currency, DataSource Source, bool IsInverse);

/// <summary>A strategy of a study, with the values that its parameters take.</summary>
/// <param name="Name">The strategy's name; empty where it is the only one of a source file that was not yet compiled.</param>
/// <param name="Assembly">Path of the class library that holds it; null for a built-in strategy, and for one of a source file.</param>
/// <param name="Axes">The parameters that the study gives values, in any order; the others stay at their defaults.</param>
/// <param name="Where">Which combinations to keep; null for all.</param>
public sealed record StrategyEntry(string Name, string? Assembly, IReadOnlyList<ParameterAxis> Axes, Expression? Where)
{
    /// <summary>Path of the source file that holds it; null where there is none.</summary>
    public string? File { get; init; }
}

/// <summary>The part of the data that a backtest trades in. A bar belongs to it where its open time is in [From, To).</summary>
/// <param name="Name">What the result column shows: <c>all</c>, or <c>from..to</c> as the study file wrote them.</param>
/// <param name="From">First moment in UTC ticks; null for the first bar.</param>
/// <param name="To">First moment after the window in UTC ticks; null for the end of the data.</param>
public sealed record Window(string Name, long? From, long? To)
{
    /// <summary>All bars.</summary>
    public static Window All { get; } = new("all", null, null);

    /// <summary>What it is for.</summary>
    public WindowRole Role { get; init; }

    /// <summary>The number of its fold, from 1; 0 where there are none.</summary>
    public int Fold { get; init; }
}

/// <summary>How a study wants to be run. Null stands for automatic.</summary>
/// <param name="Workers">0 for none, which is sequential in the caller's thread, like 1; -1 for all cores.</param>
/// <param name="BatchSize">Backtests handed out together.</param>
/// <param name="CheckpointBatchSize">Results recorded together.</param>
/// <param name="ContinueOnError">Whether a failing backtest costs its own result only, or stops the run.</param>
/// <param name="Timeout">How long one backtest may take; null for 60 seconds.</param>
public sealed record RunSettings(
    int? Workers = null, int? BatchSize = null, int? CheckpointBatchSize = null, bool ContinueOnError = true, TimeSpan? Timeout = null);
