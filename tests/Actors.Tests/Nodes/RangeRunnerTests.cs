using Backtest.Actors.Nodes;
using Backtest.Actors.Supervision;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;
using CsCheck;

namespace Backtest.Actors.Tests.Nodes;

public sealed class RangeRunnerTests
{
    private static readonly NodeSettings Settings = new(
        TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(50), 100, 1 << 20);

    private readonly ManualClock _clock = new();

    [Fact]
    public void ChunksCoverTheRangeInOrder()
    {
        var chunks = Run(ExampleStudy.Poison(1000, every: 100), new IndexRange(100, 700));

        Assert.True(chunks.Count > 1);
        Assert.Equal(100, chunks[0].Range.First);
        Assert.Equal(800, chunks[^1].Range.End);
        foreach (var (before, after) in chunks.Zip(chunks.Skip(1))) Assert.Equal(before.Range.End, after.Range.First);
        Assert.All(chunks, chunk => Assert.Equal(chunk.Range.Count, chunk.Rows.Count));
        Assert.All(chunks, chunk => Assert.Equal(chunk.Failed, chunk.Rows.Count(row => row.Result.Status == ResultStatus.Failed)));
        Assert.Equal(7, chunks.Sum(chunk => chunk.Failed));
    }

    [Fact]
    public void AChunkIsHandedOnWhenItsTimeIsOver()
    {
        var work = Work(ExampleStudy.Poison(20)) with
        {
            Hook = (_, run) =>
            {
                _clock.Advance(TimeSpan.FromMilliseconds(20));
                return run();
            },
        };

        var chunks = Run(work, new IndexRange(0, 20));

        Assert.Equal([3, 3, 3, 3, 3, 3, 2], chunks.Select(chunk => chunk.Rows.Count));
        Assert.Equal(TimeSpan.FromMilliseconds(60), chunks[0].Busy);
    }

    [Fact]
    public void AClosedQueueEndsARangeAfterTheBacktestItIsIn()
    {
        var work = Work(ExampleStudy.Poison(20));
        var closing = work with { Hook = (backtest, run) => Close(backtest.Index == 4, run) };

        BacktestResult Close(bool now, Func<BacktestResult> run)
        {
            if (now) work.Queue.Close();
            return run();
        }

        Assert.Equal(new IndexRange(0, 5), Assert.Single(Run(closing, new IndexRange(0, 20))).Range);
    }

    [Fact]
    public void AHookThatReturnsTheResultOfAnotherBacktestFailsItsOwn()
    {
        var work = Work(ExampleStudy.Poison(3)) with { Hook = (_, _) => ExampleResults.Row(1).Result };

        var rows = Assert.Single(Run(work, new IndexRange(0, 3))).Rows;

        Assert.All(rows, row => Assert.Equal("the hook returned the result of another backtest", row.Result.Error!.Message));
        Assert.Equal(3, rows.Select(row => row.Result.Key).Distinct().Count());
    }

    [Fact]
    public void NoChunkTakesMoreThan64KibibytesHoweverLongErrorsAre()
    {
        var texts = Gen.Select(Gen.Int[0, 20_000], Gen.OneOf('x', 'ä', '語', '\ud800'), (length, letter) => new string(letter, length));
        Gen.Select(Gen.Select(texts, texts, texts).List[1, 12], Gen.Int[0, 250]).Sample(
            (errors, plain) =>
            {
                var hasher = new CanonicalHasher();
                var work = Work(ExampleStudy.Poison(errors.Count + plain)) with
                {
                    Hook = (backtest, run) => backtest.Index < plain
                        ? run()
                        : Error(backtest.Key, errors[(int)backtest.Index - plain], hasher),
                };

                var chunks = Run(work, new IndexRange(0, errors.Count + plain));

                Assert.Equal(errors.Count + plain, chunks.Sum(chunk => chunk.Rows.Count));
                Assert.All(chunks, chunk => Assert.InRange(JournalCodec.Encode(new ResultsRecorded(chunk.Rows, 0)).Length, 1, 64 << 10));
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public void AStrategyThatCannotBeMadeLeavesTheRangeWithItsWorker()
    {
        var status = new WorkerStatus("worker-1");
        var task = new RangeTask(1, new IndexRange(0, 3), 1);
        var runner = new RangeRunner(Work(ExampleStudy.Unmakeable(3)), status);

        Assert.Throws<InvalidOperationException>(() => runner.Run(task, _ => { }));

        Assert.Equal(task, status.Task);
    }

    private static BacktestResult Error(Hash128 key, (string Type, string Message, string Stack) error, CanonicalHasher hasher) =>
        BacktestResult.Ended(key, ResultStatus.Failed, new BacktestError(error.Type, error.Message, error.Stack), hasher);

    private NodeWork Work(Study study) => new("local", new PlanStage(new Plan(study)), Settings, _clock);

    private List<ResultChunk> Run(Study study, IndexRange range) => Run(Work(study), range);

    private static List<ResultChunk> Run(NodeWork work, IndexRange range)
    {
        List<ResultChunk> chunks = [];
        new RangeRunner(work, new WorkerStatus("worker-1")).Run(new RangeTask(1, range, 1), chunks.Add);
        return chunks;
    }
}
