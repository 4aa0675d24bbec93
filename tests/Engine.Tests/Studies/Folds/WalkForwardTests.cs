using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Folds;
using CsCheck;

namespace Backtest.Engine.Tests.Studies.Folds;

public sealed class WalkForwardTests
{
    private static readonly WalkForward ThreeAndOne = new(new CalendarSpan(3, CalendarUnit.Year), new CalendarSpan(1, CalendarUnit.Year));

    [Fact]
    public void RollingWindowsMoveOnByATestWindow() => Assert.Equal(
        [
            "train-1 2000-01-03..2003-01-03", "test-1 2003-01-03..2004-01-03",
            "train-2 2001-01-03..2004-01-03", "test-2 2004-01-03..2005-01-03",
        ],
        Texts(ThreeAndOne, "2000-01-03", "2005-01-10"));

    [Fact]
    public void AnchoredWindowsBeginWhereTheFirstOneDoes() => Assert.Equal(
        ["train-1 2000-01-01..2003-01-01", "test-1 2003-01-01..2004-01-01", "train-2 2000-01-01..2004-01-01", "test-2 2004-01-01..2005-01-01"],
        Texts(ThreeAndOne with { Anchored = true }, "2000-01-01", "2005-01-01"));

    [Fact]
    public void AGapAndAStepAreKept() => Assert.Equal(
        ["train-1 2000-01-01..2003-01-01", "test-1 2003-01-11..2004-01-11", "train-2 2000-07-01..2003-07-01", "test-2 2003-07-11..2004-07-11"],
        Texts(
            ThreeAndOne with { Gap = new CalendarSpan(10, CalendarUnit.Day), Step = new CalendarSpan(6, CalendarUnit.Month) },
            "2000-01-01",
            "2004-07-02"));

    [Theory]
    [InlineData("2004-06-30", 2)] // less than half of the second test window
    [InlineData("2004-07-15", 4)]
    public void TheLastTestWindowIsKeptWhereTheDataReachItsMiddle(string end, int windows) =>
        Assert.Equal(windows, Texts(ThreeAndOne, "2000-01-01", end).Length);

    [Fact]
    public void WhatDoesNotFitSaysWhatIsTooLong()
    {
        var refused = Assert.Throws<StudyException>(() => ThreeAndOne.Windows(Ticks("2000-01-01"), Ticks("2001-01-01")));

        Assert.Equal(
            "no walk-forward window fits: train 3y, gap 0d and test 1y are longer than the data, which have bars from 2000-01-01 to 2001-01-01: "
            + "shorten them",
            refused.Message);
    }

    [Fact]
    public void NoTestWindowOverlapsItsTrainWindowOrAnotherTestWindow() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, 10], Gen.Bool, Gen.Int[100, 2000]).Sample((train, test, gap, anchored, days) =>
        {
            var schedule = new WalkForward(Days(train), Days(test)) { Gap = Days(gap), Anchored = anchored };
            var (first, end) = (Ticks("2000-01-01"), Ticks("2000-01-01") + days * TimeSpan.TicksPerDay);

            var windows = schedule.Windows(first, end);
            var folds = schedule.Folds(windows);

            Assert.Equal(windows.Count, 2 * folds.Count);
            var tests = folds.Select(fold => windows[Assert.Single(fold.OutOfSample)]).ToArray();
            Assert.All(folds, fold =>
            {
                var (trained, tested) = (windows[Assert.Single(fold.InSample)], windows[fold.OutOfSample[0]]);
                Assert.Equal(gap * TimeSpan.TicksPerDay, tested.From - trained.To);
                Assert.True(trained.From >= first && tested.From < end);
            });
            for (var i = 1; i < tests.Length; i++) Assert.Equal(tests[i - 1].To, tests[i].From);
        });

    private static CalendarSpan Days(int count) => new(count, CalendarUnit.Day);

    private static string[] Texts(WalkForward schedule, string first, string end) =>
        [.. schedule.Windows(Ticks(first), Ticks(end)).Select(window => $"{window.Name} {Day(window.From)}..{Day(window.To)}")];

    private static long Ticks(string day) => DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture).Ticks;

    private static string Day(long? ticks) => new DateTime(ticks!.Value).ToString("yyyy-MM-dd");
}
