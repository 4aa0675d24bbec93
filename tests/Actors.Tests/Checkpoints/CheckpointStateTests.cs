using Backtest.Actors.Checkpoints;
using Backtest.Actors.Supervision;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;
using CsCheck;

namespace Backtest.Actors.Tests.Checkpoints;

public sealed class CheckpointStateTests
{
    private readonly CheckpointState _state = new();

    [Fact]
    public void AResultIsTheSameOrAnotherOrNotRecorded()
    {
        Record(ExampleResults.Row(1, content: 5));

        Assert.Equal(Recorded.Same, _state.Find(ExampleResults.Row(1, content: 5).Result));
        Assert.Equal(Recorded.Different, _state.Find(ExampleResults.Row(1, content: 6).Result));
        Assert.Equal(Recorded.Different, _state.Find(ExampleResults.Row(1, content: 5, ResultStatus.Failed).Result));
        Assert.Equal(Recorded.Not, _state.Find(ExampleResults.Row(2).Result));
    }

    [Fact]
    public void RowsAtAWriteAndKeysAtAReplayMakeTheSameState()
    {
        var rows = Enumerable.Range(0, 20).Select(key => ExampleResults.Row(key, key, (ResultStatus)(key % 5))).ToArray();
        var replayed = new CheckpointState();
        Record(rows);
        replayed.Apply(new ResultKeysRecorded([.. rows.Select(row => (row.Result.Key, row.Result.Hash, row.Result.Status))], 0), 1);

        Assert.Equal(20, replayed.Count);
        Assert.All(rows, row => Assert.Equal((Recorded.Same, Recorded.Same), (_state.Find(row.Result), replayed.Find(row.Result))));
    }

    [Fact]
    public void WhatIsRecordedStaysAndARetryFreesIt()
    {
        Record(ExampleResults.Row(1, content: 5));
        Record(ExampleResults.Row(1, content: 6));
        Assert.Equal(Recorded.Same, _state.Find(ExampleResults.Row(1, content: 5).Result));

        _state.Apply(new RetryRecorded([ExampleResults.Key(1), ExampleResults.Key(77)], 0), 3);

        Assert.Equal(0, _state.Count);
        Record(ExampleResults.Row(1, content: 6));
        Assert.Equal(Recorded.Same, _state.Find(ExampleResults.Row(1, content: 6).Result));
    }

    [Fact]
    public void ADamagedEventIsNamedByItsNumber()
    {
        _state.Apply(new DamagedEvent("its checksum does not match its content"), 17);

        Assert.Equal(
            ["event 17: its checksum does not match its content; its results are missing and run again"], _state.Damaged);
    }

    [Fact]
    public void TheLatestStudyIsKnown()
    {
        Assert.Null(_state.Study);
        foreach (var count in new[] { 1, 2 }) _state.Apply(new StudyRecorded("s", "", "", [], count, 0), count);

        Assert.Equal(2, _state.Study!.Backtests);
    }

    [Fact]
    public void MissingBacktestsAreThoseOfThePlanThatAreNotRecorded()
    {
        var plan = new Plan(ExampleStudy.Poison(30));
        var reader = plan.CreateReader();
        var keys = Enumerable.Range(0, 30).Select(index => reader.Read(index).Key).ToArray();
        Gen.Int[0, 2].Array[30].Sample(
            kinds =>
            {
                // 0: missing, 1: done, 2: failed.
                var state = new CheckpointState();
                var recorded = Enumerable.Range(0, 30).Where(index => kinds[index] > 0)
                    .Select(index => (keys[index], default(Hash128), kinds[index] == 1 ? ResultStatus.Done : ResultStatus.Failed)).ToArray();
                state.Apply(new ResultKeysRecorded(recorded, 0), 1);

                var missing = state.FindMissing(new PlanStage(plan));

                Assert.Equal(Enumerable.Range(0, 30).Where(index => kinds[index] == 0), missing.Ranges.SelectMany(Indices));
                Assert.Equal((recorded.Length, kinds.Count(kind => kind == 2)), (missing.Found, missing.FoundFailed));
                foreach (var (before, after) in missing.Ranges.Zip(missing.Ranges.Skip(1))) Assert.True(before.End < after.First);
                Assert.Equal(
                    Enumerable.Range(0, 30).Where(index => kinds[index] == 2).Select(index => keys[index]), state.FindFailures(plan));
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void ResultsOfOtherPlansAreNotFound()
    {
        Record(ExampleResults.Row(1));

        var missing = _state.FindMissing(new PlanStage(new Plan(ExampleStudy.Poison(10))));

        Assert.Equal((0, new IndexRange(0, 10)), (missing.Found, Assert.Single(missing.Ranges)));
    }

    private static IEnumerable<int> Indices(IndexRange range) => Enumerable.Range((int)range.First, (int)range.Count);

    private void Record(params RecordedResult[] rows) => _state.Apply(new ResultsRecorded(rows, 0), 1);
}
