using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Folds;

namespace Backtest.Engine.Tests.Studies.Folds;

public sealed class CrossValidationTests
{
    private const long Day = TimeSpan.TicksPerDay;

    [Fact]
    public void GroupsAreOfEqualLengthAndTheirFirstBarsArePurged()
    {
        var windows = new CrossValidation(4, 1) { Gap = new CalendarSpan(3, CalendarUnit.Day) }.Windows(0, 400 * Day);

        Assert.Equal([0, 103, 203, 303], windows.Select(window => window.From!.Value / Day));
        Assert.Equal([100 * Day, 200 * Day, 300 * Day, null], windows.Select(window => window.To));
        Assert.Equal(["group-1", "group-2", "group-3", "group-4"], windows.Select(window => window.Name));
    }

    [Theory]
    [InlineData(6, 2, 15)]
    [InlineData(10, 5, 252)]
    [InlineData(2, 1, 2)]
    [InlineData(64, 1, 64)]
    public void EveryChoiceIsMadeOnce(int groups, int test, int expected)
    {
        var schedule = new CrossValidation(groups, test);
        var folds = schedule.Folds(schedule.Windows(0, 10_000 * Day));

        Assert.Equal(expected, schedule.Count);
        Assert.Equal(expected, folds.Select(fold => fold.Name).Distinct().Count());
        Assert.All(folds, fold =>
        {
            Assert.Equal(test, fold.OutOfSample.Count);
            Assert.Equal(Enumerable.Range(0, groups), fold.InSample.Concat(fold.OutOfSample).Order());
        });
    }

    [Fact]
    public void AGapThatLeavesNothingIsRefused() => Assert.Contains(
        "group 2 of the cross-validation is empty: a gap of 9d is longer than it is",
        Assert.Throws<StudyException>(() => new CrossValidation(3, 1) { Gap = new CalendarSpan(9, CalendarUnit.Day) }.Windows(0, 20 * Day)).Message,
        StringComparison.Ordinal);
}
