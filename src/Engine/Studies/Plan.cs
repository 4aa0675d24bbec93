using System.Collections.Concurrent;
using System.Numerics;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Studies;

/// <summary>All backtests of a study by index: strategy, then parameter set, then data set, then window, the last varying fastest.
/// An index is turned into a backtest by arithmetic; nothing is materialised. Safe for use by several threads.</summary>
public sealed class Plan
{
    /// <summary>A plan has at most so many backtests.</summary>
    public const long MaximumCount = 10_000_000_000;

    /// <summary>Raised when the engine may give other results for the same inputs, and only then; part of every key.</summary>
    public const int ResultVersion = 2;

    private readonly ConcurrentDictionary<(int DataSet, int Window, int WarmUp), BarSlice> _slices = new();
    private readonly SetSelection[] _selections;
    private readonly long[] _setsBefore;
    private readonly RandomOrder? _order;

    /// <summary>Plans a study.</summary>
    /// <exception cref="StudyException">The plan is empty or too large, or a window holds no bar of a data set.</exception>
    public Plan(Study study)
    {
        Study = study;
        _selections = PlanLimits.Select(study);
        _setsBefore = PlanLimits.SetsBefore(_selections);
        var found = _setsBefore[^1];
        var definition = study.Definition;
        SetCount = Math.Min(found, definition.Search?.Count ?? definition.Limit ?? long.MaxValue);
        if (definition.Search is { } search && found > 0) _order = new RandomOrder(found, search.Seed);
        Accounts = [.. study.Series.Select(series => Account(definition, series))];
        Windows = PlanLimits.Windows(study);
        PlanLimits.CheckWindows(study, Windows);
        PlanLimits.CheckSymbols(study);
        PlanLimits.CheckCount(SetCount, RunsPerSet);
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>The windows, in the order of the plan.</summary>
    public IReadOnlyList<Window> Windows { get; }

    /// <summary>The number of parameter sets over all strategies.</summary>
    public long SetCount { get; }

    /// <summary>The number of backtests.</summary>
    public long Count => SetCount * RunsPerSet;

    /// <summary>The account of each data set's backtests.</summary>
    public IReadOnlyList<AccountSettings> Accounts { get; }

    private int RunsPerSet => Study.Series.Count * Windows.Count;

    /// <summary>A reader for one thread.</summary>
    public PlanReader CreateReader() => new(this);

    /// <summary>Names a backtest for a person: strategy, parameters, symbol, and the window where there are several.</summary>
    public string Describe(long index)
    {
        ParameterSet[] sets = [.. Study.Strategies.Select(known => new ParameterSet(known.Declaration.Parameters))];
        var (strategy, dataSet, window) = Read(index, sets);
        var name = Study.Strategies[strategy].Declaration.Name;
        var parameters = sets[strategy].Count > 0 ? $" {sets[strategy]}" : "";
        var when = Windows.Count > 1 ? $" {Windows[window].Name}" : "";
        return $"{name}{parameters} {Study.Series[dataSet].Symbol}{when}";
    }

    /// <summary>Splits an index into its parts and reads its parameters into the set of its strategy.</summary>
    internal (int Strategy, int DataSet, int Window) Read(long index, IReadOnlyList<ParameterSet> sets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var (set, run) = Math.DivRem(index, RunsPerSet);
        var (dataSet, window) = Math.DivRem((int)run, Windows.Count);
        if (_order is not null) set = _order[set];
        var strategy = 0;
        while (set >= _setsBefore[strategy + 1]) strategy++;
        _selections[strategy].Read(set - _setsBefore[strategy], sets[strategy]);
        return (strategy, dataSet, window);
    }

    /// <summary>The bars of a data set in a window, with at least <paramref name="warmUp"/> bars before it where there are as many.
    /// The warm-up a strategy declares is rounded up to a power of two, so that parameter sets share indicator columns.</summary>
    internal BarSlice Slice(int dataSet, int window, int warmUp)
    {
        var bars = (uint?)Study.Definition.WarmUpBars ?? BitOperations.RoundUpToPowerOf2((uint)warmUp);
        var (first, end) = PlanLimits.Bounds(Study.Series[dataSet], Windows[window]);
        var before = (int)Math.Min(bars, (uint)first);
        return _slices.GetOrAdd((dataSet, window, before), _ => new BarSlice(Study.Series[dataSet], first - before, first, end));
    }

    private static AccountSettings Account(StudyDefinition definition, BarSeries series) => new(
        definition.Capital,
        definition.Costs,
        definition.Fill,
        definition.PeriodsPerYear ?? series.Timeframe.PeriodsPerYear,
        definition.RiskFreeRate,
        definition.Direction)
    {
        Terms = definition.Terms,
    };
}
