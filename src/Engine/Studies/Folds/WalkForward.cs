using System.Globalization;

namespace Backtest.Engine.Studies.Folds;

/// <summary>Walk-forward windows: a train window, a gap, a test window, and again a step later (R. Pardo, The Evaluation and Optimization of Trading
/// Strategies, 2008). The last test window may end with the data, where they reach to its middle at least.</summary>
/// <param name="Train">The length of a train window; more than nothing. Anchored: of the first one.</param>
/// <param name="Test">The length of a test window; more than nothing.</param>
public sealed record WalkForward(CalendarSpan Train, CalendarSpan Test) : FoldSchedule
{
    private const int MostFolds = 10_000;

    /// <summary>What is left out between a train window and its test window.</summary>
    public CalendarSpan Gap { get; init; } = new(0, CalendarUnit.Day);

    /// <summary>How far the windows of a fold lie behind those of the fold before; null for the length of a test window.</summary>
    public CalendarSpan? Step { get; init; }

    /// <summary>True where every train window begins where the first one does.</summary>
    public bool Anchored { get; init; }

    /// <summary>When the first train window begins, in UTC ticks; null for the first day that all data sets have.</summary>
    public long? From { get; init; }

    /// <summary>When the last test window ends at the latest, in UTC ticks; null for the end of the data.</summary>
    public long? To { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<Window> Windows(long first, long end)
    {
        var start = From ?? first - first % TimeSpan.TicksPerDay;
        var last = Math.Min(To ?? end, end);
        List<Window> windows = [];
        for (var fold = 0; fold < MostFolds; fold++)
        {
            if (Next(start, last, fold) is not { } next) break;
            windows.AddRange(next);
        }

        if (windows.Count > 0) return windows;
        throw new StudyException($"no walk-forward window fits: train {Train}, gap {Gap} and test {Test} are longer than the data, "
            + $"which have bars from {Day(start)} to {Day(last)}: shorten them");
    }

    /// <inheritdoc />
    public override IReadOnlyList<Fold> Folds(IReadOnlyList<Window> windows) =>
    [
        .. from pair in windows.Select((window, at) => (window, at)).GroupBy(entry => entry.window.Fold)
           select new Fold(
               string.Create(CultureInfo.InvariantCulture, $"{pair.Key}"),
               [.. pair.Where(entry => entry.window.Role == WindowRole.Train).Select(entry => entry.at)],
               [.. pair.Where(entry => entry.window.Role == WindowRole.Test).Select(entry => entry.at)]),
    ];

    private Window[]? Next(long start, long last, int fold)
    {
        try
        {
            var from = (Step ?? Test).After(start, fold);
            var trained = Train.After(from);
            var tested = Gap.After(trained);
            var end = Test.After(tested);
            if (last - tested < (end - tested) / 2) return null;
            return
            [
                Window("train", fold, WindowRole.Train, Anchored ? start : from, trained),
                Window("test", fold, WindowRole.Test, tested, end),
            ];
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static Window Window(string name, int fold, WindowRole role, long from, long to) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}-{fold + 1}"), from, to) { Role = role, Fold = fold + 1 };

    private static string Day(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
