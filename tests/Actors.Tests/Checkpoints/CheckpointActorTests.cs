using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Backtest.Actors.Checkpoints;
using Backtest.Actors.Hosting;
using Backtest.Actors.Supervision;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;
using static Backtest.Actors.Checkpoints.CheckpointProtocol;

namespace Backtest.Actors.Tests.Checkpoints;

public sealed class CheckpointActorTests : TestKit
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);
    private static readonly FlushPolicy AtOnce = new(1, false, TimeSpan.FromMilliseconds(1));

    private readonly TestProbe _supervisor;

    public CheckpointActorTests()
        : base(QuickSystem.InMemory) => _supervisor = CreateTestProbe();

    [Fact]
    public async Task AcknowledgedResultsAreFoundByTheNextOne()
    {
        var first = Start(AtOnce);
        first.Tell(new RecordResults(7, ExampleResults.Rows(0, 10)));
        Assert.Equal(7, (await ExpectMsgAsync<ResultsAcknowledged>()).Id);
        await first.GracefulStop(TimeSpan.FromSeconds(30));

        Start(AtOnce, recovered: 10);
    }

    [Theory]
    [InlineData(100, 30)]
    [InlineData(100, 1)]
    [InlineData(100, 100)]
    [InlineData(100, 1000)]
    [InlineData(7, 7)]
    public async Task BatchesOfAChosenSizeAreWrittenExactly(int count, int size)
    {
        var checkpoint = Start(new FlushPolicy(size, true, TimeSpan.FromMilliseconds(1)));
        for (var first = 0; first < count; first += 8)
        {
            var rows = ExampleResults.Rows(first, Math.Min(8, count - first));
            checkpoint.Tell(new RecordResults(first, rows, Awaited: first + rows.Count == count));
        }

        for (var first = 0; first < count; first += 8) Assert.Equal(first, (await ExpectMsgAsync<ResultsAcknowledged>()).Id);

        var sizes = await JournalEvents.ReadBatchesAsync(Sys, "study");
        Assert.Equal((count + size - 1) / size, sizes.Length);
        Assert.All(sizes.SkipLast(1), written => Assert.Equal(size, written));
        Assert.Equal(count, sizes.Sum());
    }

    [Fact]
    public async Task ABatchThatIsNotFullWaitsUntilSomebodyDoes()
    {
        var checkpoint = Start(new FlushPolicy(50, false, Never));
        checkpoint.Tell(new RecordResults(1, ExampleResults.Rows(0, 10)));
        await ExpectNoMsgAsync(TimeSpan.FromMilliseconds(200));

        checkpoint.Tell(new RecordResults(2, ExampleResults.Rows(10, 10), Awaited: true));

        Assert.Equal(1, (await ExpectMsgAsync<ResultsAcknowledged>()).Id);
        Assert.Equal(2, (await ExpectMsgAsync<ResultsAcknowledged>()).Id);
        await ExpectBatchesAsync(20);
    }

    [Fact]
    public async Task AnAutomaticBatchWaitsNoLongerThanItsTime()
    {
        var checkpoint = Start(new FlushPolicy(50, false, TimeSpan.FromMilliseconds(50)));
        checkpoint.Tell(new RecordResults(1, ExampleResults.Rows(0, 10)));

        await ExpectMsgAsync<ResultsAcknowledged>();
    }

    [Fact]
    public async Task ResultsSentTwiceAreAcknowledgedTwiceAndRecordedOnce()
    {
        var checkpoint = Start(AtOnce);
        var other = CreateTestProbe();
        checkpoint.Tell(new RecordResults(1, ExampleResults.Rows(0, 10)));
        await ExpectMsgAsync<ResultsAcknowledged>();

        checkpoint.Tell(new RecordResults(1, ExampleResults.Rows(0, 10)));
        await ExpectMsgAsync<ResultsAcknowledged>();
        checkpoint.Tell(new RecordResults(1, ExampleResults.Rows(5, 10)), other.Ref);
        await other.ExpectMsgAsync<ResultsAcknowledged>();

        await ExpectBatchesAsync(10, 5);
        await _supervisor.ExpectNoMsgAsync(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task AnotherResultForARecordedKeyIsAnAlarmAndTheFirstStays()
    {
        var checkpoint = Start(AtOnce);
        var (first, second) = (ExampleResults.Row(1, content: 5), ExampleResults.Row(1, content: 6));
        checkpoint.Tell(new RecordResults(1, [first]));
        await ExpectMsgAsync<ResultsAcknowledged>();

        checkpoint.Tell(new RecordResults(2, [second]));

        await ExpectMsgAsync<ResultsAcknowledged>();
        Assert.Equal(
            $"backtest {first.Result.Key} gave a result ({second.Result.Hash}) that differs from the one recorded before, which stays: "
                + "its strategy is not deterministic",
            (await _supervisor.ExpectMsgAsync<ResultDiffers>()).Message);
        Assert.Equal([first.Result.Hash], await HashesAsync());
    }

    [Fact]
    public async Task TwoResultsForOneKeyInOneBatchAreAnAlarmAndTheFirstStays()
    {
        var checkpoint = Start(new FlushPolicy(50, false, Never));
        var (first, second) = (ExampleResults.Row(1, content: 5), ExampleResults.Row(1, content: 6));
        checkpoint.Tell(new RecordResults(1, [first, first]));
        checkpoint.Tell(new RecordResults(2, [second], Awaited: true));

        await ExpectMsgAsync<ResultsAcknowledged>();
        await ExpectMsgAsync<ResultsAcknowledged>();

        Assert.Contains(second.Result.Hash.ToString(), (await _supervisor.ExpectMsgAsync<ResultDiffers>()).Message, StringComparison.Ordinal);
        Assert.Equal([first.Result.Hash], await HashesAsync());
    }

    [Fact]
    public async Task ManyResultsThatAreRecordedAlreadyAreTakenOneByOne()
    {
        const int Count = 100_000;
        var checkpoint = Start(new FlushPolicy(Count, true, Never));
        checkpoint.Tell(new RecordResults(1, ExampleResults.Rows(0, Count)));
        await ExpectMsgAsync<ResultsAcknowledged>();
        await checkpoint.GracefulStop(TimeSpan.FromSeconds(30));
        var again = Start(new FlushPolicy(1, true, Never), recovered: Count);

        again.Tell(new RecordResults(1, ExampleResults.Rows(0, Count)));

        await ExpectMsgAsync<ResultsAcknowledged>();
        await ExpectBatchesAsync(Count);
    }

    [Fact]
    public async Task TheStudyIsNotedWhereItChanged()
    {
        var checkpoint = Start(AtOnce);
        var plan = new Plan(ExampleStudy.Poison(20));
        foreach (var (text, at) in new[] { ("one", 1), ("one", 2), ("two", 3) })
        {
            checkpoint.Tell(new FindMissing(new PlanStage(plan), new StudyRecorded("study", text, "path", [ExampleResults.Key(1)], 20, at)));
            Assert.Equal([new IndexRange(0, 20)], (await ExpectMsgAsync<MissingFound>()).Ranges);
        }

        await checkpoint.GracefulStop(TimeSpan.FromSeconds(30));
        var events = await JournalEvents.ReadAsync(Sys, "study");
        Assert.Equal([("one", 1), ("two", 3)], events.Cast<StudyRecorded>().Select(study => (study.Text, (int)study.RecordedAt)));
    }

    [Fact]
    public async Task FailuresAreGivenBackOnce()
    {
        var checkpoint = Start(AtOnce);
        var plan = new Plan(ExampleStudy.Poison(20));
        var key = plan.CreateReader().Read(4).Key;
        var failed = BacktestResult.Ended(key, ResultStatus.Failed, new BacktestError("T", "m", ""), new());
        checkpoint.Tell(new RecordResults(1, [new RecordedResult(failed, new Provenance("n", "w", 1))]));
        await ExpectMsgAsync<ResultsAcknowledged>();

        foreach (var given in new[] { 1, 0 })
        {
            checkpoint.Tell(new RetryFailures(plan));
            Assert.Equal(given, (await ExpectMsgAsync<RetryAccepted>()).Count);
        }
    }

    [Fact]
    public async Task APlanThatCannotBeReadIsRefusedWithTheReasonAndNothingElseIsLost()
    {
        var checkpoint = Start(AtOnce);
        checkpoint.Tell(new RecordResults(1, ExampleResults.Rows(0, 1)));
        await ExpectMsgAsync<ResultsAcknowledged>();

        checkpoint.Tell(new FindMissing(new PlanStage(new Plan(ExampleStudy.Unmakeable(10))), new StudyRecorded("study", "", "", [], 10, 0)));

        Assert.Equal("InvalidOperationException: cannot be made again", (await ExpectMsgAsync<PlanUnreadable>()).Reason);
        await _supervisor.ExpectNoMsgAsync(TimeSpan.FromMilliseconds(50));
    }

    private async Task ExpectBatchesAsync(params int[] sizes)
    {
        var written = await JournalEvents.ReadBatchesAsync(Sys, "study");
        Assert.Equal(sizes, written);
    }

    private IActorRef Start(FlushPolicy policy, int recovered = 0)
    {
        var props = CheckpointActor.Props("study", _supervisor.Ref, policy, TimeProvider.System);
        var checkpoint = Sys.ActorOf(props.WithDispatcher(BacktestSettings.CheckpointDispatcher));
        var message = _supervisor.ExpectMsg<CheckpointRecovered>();
        Assert.Equal((recovered, 0), (message.Results, message.Damaged.Count));
        return checkpoint;
    }

    private async Task<IEnumerable<Engine.Numerics.Hash128>> HashesAsync() =>
        (await JournalEvents.ReadAsync(Sys, "study")).OfType<ResultsRecorded>().SelectMany(batch => batch.Rows).Select(row => row.Result.Hash);
}
