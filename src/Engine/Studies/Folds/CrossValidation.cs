using System.Globalization;

namespace Backtest.Engine.Studies.Folds;

/// <summary>Combinatorial cross-validation: the data are cut into groups of equal length; for every choice of <paramref name="Test"/> groups to test
/// in, parameters are chosen in the others (M. López de Prado, Advances in Financial Machine Learning, 2018, chapter 12). Each group is run once
/// whatever the number of choices; figures of several groups are means by their bars.</summary>
/// <param name="Groups">How many groups; 2 to 64.</param>
/// <param name="Test">How many of them are tested in at a time; 1 or more, fewer than groups.</param>
/// <remarks>Purged: a group leaves out the first <see cref="Gap"/> after its beginning, so that no bar of it follows
/// another group's within it.</remarks>
public sealed record CrossValidation(int Groups, int Test) : FoldSchedule
{
    /// <summary>More choices than these are refused.</summary>
    public const long MostFolds = 20_000;

    /// <summary>What each group but the first leaves out at its beginning.</summary>
    public CalendarSpan Gap { get; init; } = new(0, CalendarUnit.Day);

    /// <summary>The number of choices: Groups! / (Test! (Groups - Test)!).</summary>
    public long Count
    {
        get
        {
            var count = 1L;
            for (var i = 1; i <= Test && count <= MostFolds; i++) count = count * (Groups - Test + i) / i;
            return count;
        }
    }

    /// <inheritdoc />
    public override IReadOnlyList<Window> Windows(long first, long end)
    {
        var windows = new Window[Groups];
        for (var group = 0; group < Groups; group++)
        {
            var (from, to) = (Bound(group), Bound(group + 1));
            if (group > 0) from = Gap.After(from);
            if (from >= to) throw new StudyException($"group {group + 1} of the cross-validation is empty: a gap of {Gap} is longer than it is");
            windows[group] = new Window(string.Create(CultureInfo.InvariantCulture, $"group-{group + 1}"), from, group == Groups - 1 ? null : to)
            {
                Role = WindowRole.Group,
                Fold = group + 1,
            };
        }

        return windows;

        long Bound(int group) => first + (long)((Int128)(end - first) * group / Groups);
    }

    /// <inheritdoc />
    public override IReadOnlyList<Fold> Folds(IReadOnlyList<Window> windows)
    {
        List<Fold> folds = [];
        var tested = new int[Test];
        for (var i = 0; i < Test; i++) tested[i] = i;
        do
        {
            int[] test = [.. tested];
            folds.Add(new Fold(string.Join('+', test.Select(group => group + 1)), [.. Enumerable.Range(0, Groups).Except(test)], test));
        }
        while (Advance(tested));
        return folds;
    }

    /// <summary>The next combination in lexicographic order.</summary>
    private bool Advance(int[] tested)
    {
        for (var i = Test - 1; i >= 0; i--)
        {
            if (tested[i] == Groups - Test + i) continue;
            tested[i]++;
            for (var next = i + 1; next < Test; next++) tested[next] = tested[next - 1] + 1;
            return true;
        }

        return false;
    }
}
