using System.Collections.Concurrent;
using System.Numerics;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies.Sets;

namespace Backtest.Engine.Studies;

/// <summary>All backtests of a study by index: strategy, then parameter set, then data set, then window, the last varying fastest.
/// An index is turned into a backtest by arithmetic; nothing is materialised. Safe for use by several threads.</summary>
public sealed class Plan
{
    /// <summary>A plan has at most so many backtests.</summary>
    public const long MaximumCount = 10_000_000_000;

    /// <summary>Raised when the engine may give other results for the same inputs, and only then; part of every key.</summary>
    public const int ResultVersion = 2;

    private readonly ConcurrentDictionary<(int DataSet, int Window, int WarmUp), BarSlice> _slices;
    private readonly ISetSource _sets;

    /// <summary>Plans a study; of a guided search the first generation.</summary>
    /// <exception cref="StudyException">The plan is empty or too large, or a window holds no bar of a data set.</exception>
    public Plan(Study study) : this(study, null, true, null)
    {
        if (!SearchState.IsNeeded(study)) return;
        var first = new SearchState(study);
        if (!first.Advance()) throw new StudyException("the plan is empty: no parameter set satisfies the conditions");
        (_sets, IsComplete) = (first.ToPlan(this)._sets, false);
    }

    /// <summary>Plans the sets that a search has asked for so far.</summary>
    /// <param name="study">The study.</param>
    /// <param name="sets">The sets; null for those of its grids.</param>
    /// <param name="isComplete">Whether no set will follow.</param>
    /// <param name="before">A plan of the same study, whose bars are shared; null for none.</param>
    internal Plan(Study study, ISetSource? sets, bool isComplete, Plan? before)
    {
        Study = study;
        IsComplete = isComplete;
        _slices = before?._slices ?? new ConcurrentDictionary<(int, int, int), BarSlice>();
        if (SearchState.IsNeeded(study)) PlanLimits.CheckParts(study);
        _sets = sets ?? (SearchState.IsNeeded(study) ? new ListedSets([], []) : new GridSets(study));
        Accounts = before?.Accounts ?? [.. study.Series.Select(series => Account(study.Definition, series))];
        Windows = before?.Windows ?? PlanLimits.Windows(study);
        if (before is null)
        {
            PlanLimits.CheckWindows(study, Windows);
            PlanLimits.CheckSymbols(study);
        }

        if (sets is not null || !SearchState.IsNeeded(study)) PlanLimits.CheckCount(SetCount, RunsPerSet);
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>The windows, in the order of the plan.</summary>
    public IReadOnlyList<Window> Windows { get; }

    /// <summary>The number of parameter sets over all strategies.</summary>
    public long SetCount => _sets.Count;

    /// <summary>False where a search may ask for further sets, once the results of these are known.</summary>
    public bool IsComplete { get; }

    /// <summary>The number of backtests that there will be in the end; where <see cref="IsComplete"/> is false, at most.</summary>
    public long Planned => IsComplete ? Count : Math.Max(Count, Study.Definition.Search!.Count * RunsPerSet);

    /// <summary>The number of backtests.</summary>
    public long Count => SetCount * RunsPerSet;

    /// <summary>The account of each data set's backtests.</summary>
    public IReadOnlyList<AccountSettings> Accounts { get; }

    /// <summary>Backtests of one parameter set: data sets times windows.</summary>
    public int RunsPerSet => Study.Series.Count * Windows.Count;

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
        return (_sets.Read(set, sets), dataSet, window);
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
