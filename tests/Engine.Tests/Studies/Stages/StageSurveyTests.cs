using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Studies.Stages;

public sealed class StageSurveyTests
{
    [Fact]
    public void AStudyWithoutFiltersNeedsNoSurvey()
    {
        Assert.False(StageSurvey.IsNeeded(Plan(null, null)));
        Assert.True(StageSurvey.IsNeeded(Plan("trades > 0", null)));
        Assert.True(StageSurvey.IsNeeded(Plan(null, "trades > 0")));
    }

    [Fact]
    public void TheFirstStageIsTheFirstWindow()
    {
        var survey = StageSurvey.Of(Plan("trades >= 10", null), new Recorded());

        Assert.Equal([0, 3, 6, 9], Indices(survey.Next!));
        Assert.Equal(0, survey.Dropped);
    }

    [Fact]
    public void WhoDoesNotSatisfyTheFilterIsNotRunOverLaterWindows()
    {
        var recorded = new Recorded { [0] = 20, [3] = 5, [6] = null, [9] = 10 };

        var survey = StageSurvey.Of(Plan("trades >= 10", null), recorded);

        Assert.Equal([1, 10], Indices(survey.Next!));
        Assert.Equal(4, survey.Dropped);
        Assert.Equal([new DroppedSet(3, false), new DroppedSet(6, false)], survey.DroppedSets());
        Assert.Equal([true, false, false, true], new long[] { 2, 4, 7, 11 }.Select(survey.IsKept));
    }

    [Fact]
    public void WhatARunWithoutTheFilterRecordedDoesNotCountAsDropped()
    {
        var recorded = new Recorded { [0] = 20, [3] = 5, [4] = 50, [6] = 5, [9] = 5 };

        Assert.Equal(5, StageSurvey.Of(Plan("trades >= 10", null), recorded).Dropped);
    }

    [Fact]
    public void TheFinalFilterAsksForMeansWeightedByBars()
    {
        var recorded = new Recorded();
        for (var index = 0; index < 12; index++) recorded[index] = index / 3;

        var survey = StageSurvey.Of(Plan(null, "trades > 1.5"), recorded);

        Assert.Null(survey.Next);
        Assert.Equal([new DroppedSet(2, true), new DroppedSet(5, true)], survey.DroppedSets());
        Assert.Equal(0, survey.Dropped);
    }

    [Fact]
    public void WithoutAWindowFilterAllThatIsMissingIsOneStage() =>
        Assert.Equal(12, StageSurvey.Of(Plan(null, "trades > 1"), new Recorded { [5] = 3 }).Next!.Count);

    [Fact]
    public void StageAfterStageRunsWhatABruteForceRunKeeps() => Gen.Select(Gen.Int[0, 20].Array[12], Gen.Int[1, 12]).Sample((trades, atATime) =>
    {
        var plan = Plan("trades >= 7", null);
        HashSet<long> expected = [];
        for (var set = 0; set < 4; set++)
        {
            for (var window = 0; window < 3; window++)
            {
                expected.Add(set * 3 + window);
                if (trades[set * 3 + window] < 7) break;
            }
        }

        var recorded = new Recorded();
        while (StageSurvey.Of(plan, recorded).Next is { } stage)
        {
            // Interrupted anywhere, it goes on to the same backtests.
            foreach (var index in Indices(stage).Take(atATime)) recorded[index] = trades[index];
        }

        Assert.Equal(expected.Order(), recorded.Indices.Order());
        Assert.Equal(12 - expected.Count, StageSurvey.Of(plan, recorded).Dropped);
    });

    private static Plan Plan(string? window, string? final) => new(ExampleStudy.Of(
        [new StrategyEntry("lag", null, [ExampleStudy.Range("lag", 1, 4)], null)],
        [ExampleBars.Random(90, 3)],
        ExampleStudy.Bars(0, 30),
        ExampleStudy.Bars(30, 60),
        ExampleStudy.Bars(60, 90)).With(definition => definition with
        {
            WindowFilter = window is null ? null : new Expression(window),
            FinalFilter = final is null ? null : new Expression(final),
        }));

    private static IEnumerable<long> Indices(PlanStage stage) => Enumerable.Range(0, (int)stage.Count).Select(position => stage[position]);

    /// <summary>Recorded numbers of trades; null for a backtest that failed.</summary>
    private sealed class Recorded : IRecordedMetrics
    {
        private readonly Dictionary<long, int?> _trades = [];

        public IEnumerable<long> Indices => _trades.Keys;

        public int? this[long index]
        {
            set => _trades[index] = value;
        }

        public bool TryFind(long index, out Metrics metrics)
        {
            var found = _trades.TryGetValue(index, out var trades);
            metrics = trades is { } count ? Metrics.Undefined with { Bars = 30, Trades = count } : Metrics.Undefined;
            return found;
        }
    }
}
