using Backtest.Engine.Market;
using Backtest.Engine.Studies.Sets;

namespace Backtest.Engine.Studies;

/// <summary>Refuses plans that cannot be meant, before anything is expanded.</summary>
internal static class PlanLimits
{
    private const string Beyond64Bits = "more than 9 x 10^18";

    public static SetSelection[] Select(Study study)
    {
        CheckParts(study);
        var remaining = study.Definition.Search is null ? study.Definition.Limit ?? long.MaxValue : long.MaxValue;
        var selections = new SetSelection[study.Strategies.Count];
        for (var i = 0; i < selections.Length; i++)
        {
            var entry = study.Definition.Strategies[i];
            try
            {
                var grid = new ParameterGrid(study.Strategies[i].Declaration.Parameters, entry.Axes);
                selections[i] = new SetSelection(grid, entry.Where, remaining);
            }
            catch (OverflowException)
            {
                throw TooLarge(Beyond64Bits);
            }
            catch (ArgumentException problem)
            {
                throw new StudyException($"strategy {entry.Name}: {problem.Message}");
            }

            if (study.Definition.Search is null) remaining -= selections[i].Count;
        }

        return selections;
    }

    public static void CheckParts(Study study)
    {
        if (study.Series.Count == 0 || study.Strategies.Count == 0 || study.Definition is { Folds: null, Windows.Count: 0 })
            throw new StudyException("the plan is empty: the study has no data, no window or no strategy");
    }

    /// <summary>How many sets come before those of each strategy, and last how many there are.</summary>
    public static long[] SetsBefore(SetSelection[] selections)
    {
        var before = new long[selections.Length + 1];
        for (var i = 0; i < selections.Length; i++)
        {
            if (selections[i].Count > long.MaxValue - before[i]) throw TooLarge(Beyond64Bits);
            before[i + 1] = before[i] + selections[i].Count;
        }

        return before;
    }

    public static void CheckCount(long sets, int runsPerSet)
    {
        if (sets == 0) throw new StudyException("the plan is empty: no parameter set satisfies the conditions");
        if (sets > Plan.MaximumCount / runsPerSet) throw TooLarge($"{sets} parameter sets x {runsPerSet} runs each");
    }

    /// <summary>The windows, as they are listed, or as they follow from the bars that all data sets have.</summary>
    public static IReadOnlyList<Window> Windows(Study study)
    {
        var definition = study.Definition;
        var halving = definition.Search as HalvingSearch;
        if (definition.Folds is null && halving is null) return definition.Windows;
        var first = study.Series.Max(series => series.CloseTimes[0] - series.Timeframe.Length.Ticks);
        var end = study.Series.Min(series => series.CloseTimes[^1]);
        if (first >= end) throw new StudyException("the data sets have no time in common: windows cannot be derived from them");
        if (halving is null) return definition.Folds!.Windows(first, end);
        if (definition.Folds is not null || definition.Windows.Count != 1)
            throw new StudyException("successive halving makes windows of its own: give it one window, or all");
        if (definition.WindowFilter is not null)
            throw new StudyException("successive halving drops sets after each rung itself: leave out the window-filter");
        return HalvingRungs.Windows(halving, definition.Windows[0], first, end);
    }

    public static void CheckWindows(Study study, IReadOnlyList<Window> windows)
    {
        foreach (var series in study.Series)
        {
            foreach (var window in windows)
            {
                var (first, end) = Bounds(series, window);
                if (first >= end) throw new StudyException($"window {window.Name} holds no bar of {series.Symbol}");
            }
        }
    }

    /// <summary>Refuses strategies that cannot trade a data set of the study.</summary>
    public static void CheckSymbols(Study study)
    {
        foreach (var strategy in study.Strategies)
        {
            foreach (var series in study.Series)
            {
                if (strategy.Defect(series.Portfolio?.Symbols.Count ?? 1) is { } defect)
                    throw new StudyException($"data set {series.Symbol}: {defect}");
            }
        }
    }

    public static (int First, int End) Bounds(BarSeries series, Window window)
    {
        var length = series.Timeframe.Length.Ticks;
        var first = window.From is { } from ? series.IndexAtOrAfter(from + length) : 0;
        var end = window.To is { } to ? series.IndexAtOrAfter(to + length) : series.Count;
        return (first, end);
    }

    private static StudyException TooLarge(string what) =>
        new($"the plan is too large: {what}; a plan has at most {Plan.MaximumCount} backtests: narrow the ranges, or set a limit");
}

/// <summary>A study that cannot be planned; the message says what is wrong and what would be right.</summary>
public sealed class StudyException(string message) : Exception(message);
