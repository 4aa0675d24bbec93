using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Backtest.Actors.Advice;
using Backtest.Actors.Checkpoints;
using Backtest.Actors.Hosting;
using Backtest.Actors.Running;
using Backtest.Actors.Supervision;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;
using static Backtest.Actors.Supervision.LeaseProtocol;

namespace Backtest.Actors.Tests.Supervision;

public sealed class SupervisorActorTests : TestKit
{
    private readonly ManualClock _clock = new();
    private readonly TaskCompletionSource<StudyOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SupervisorActorTests()
        : base(QuickSystem.InMemory)
    {
    }

    [Fact]
    public async Task ANodeIsWelcomedGetsWhatItAsksForAndTheRunEndsWithTheLastResult()
    {
        var supervisor = Start(25);
        var node = await JoinAsync(supervisor, "a");
        supervisor.Tell(new RequestRanges(2), node);
        var leases = (await node.ExpectMsgAsync<RangesLeased>()).Leases;
        Assert.Equal([new IndexRange(0, 10), new IndexRange(10, 10)], leases.Select(lease => lease.Range));

        foreach (var lease in leases) Record(supervisor, node, lease, failed: 1);
        supervisor.Tell(new RequestRanges(1), node);
        Record(supervisor, node, (await node.ExpectMsgAsync<RangesLeased>()).Leases[0]);

        var outcome = await OutcomeAsync();
        Assert.Equal((25, 0, 23, 2), (outcome.Planned, outcome.Found, outcome.Done, outcome.Failed));
        Assert.Equal((RunEnd.Finished, null), (outcome.End, outcome.Message));
    }

    [Fact]
    public async Task ACancelledRunEndsWhenItsNodesHaveDrained()
    {
        var supervisor = Start(25);
        var (first, second) = (await JoinAsync(supervisor, "a"), await JoinAsync(supervisor, "b"));
        var lease = await LeaseAsync(supervisor, first);
        supervisor.Tell(SupervisorActor.CancelRun.Instance);
        await first.ExpectMsgAsync<Drain>();
        await second.ExpectMsgAsync<Drain>();

        supervisor.Tell(new RequestRanges(1), second);
        supervisor.Tell(new Drained(), second);
        await second.ExpectNoMsgAsync(TimeSpan.FromMilliseconds(100));
        Assert.False(_outcome.Task.IsCompleted);
        Record(supervisor, first, lease);
        supervisor.Tell(new Drained(), first);

        var outcome = await OutcomeAsync();
        Assert.Equal((10, 15, RunEnd.Cancelled), (outcome.Done, outcome.Missing, outcome.End));
    }

    [Fact]
    public async Task ANodeThatJoinsWhileTheRunDrainsIsToldTo()
    {
        var supervisor = Start(25);
        await JoinAsync(supervisor, "a");
        supervisor.Tell(SupervisorActor.CancelRun.Instance);

        var late = await JoinAsync(supervisor, "b");

        await late.ExpectMsgAsync<Drain>();
    }

    [Fact]
    public async Task AFailureStopsARunThatIsToStopOnErrors()
    {
        var supervisor = Start(25, continueOnError: false);
        var node = await JoinAsync(supervisor, "a");
        Record(supervisor, node, await LeaseAsync(supervisor, node), failed: 1);

        await node.ExpectMsgAsync<Drain>();
        supervisor.Tell(new Drained(), node);

        var outcome = await OutcomeAsync();
        Assert.Equal((RunEnd.StoppedOnError, 9, 1), (outcome.End, outcome.Done, outcome.Failed));
        Assert.Equal("a backtest failed, and the run was to stop on the first one that does", outcome.Message);
    }

    [Fact]
    public async Task TheLeasesOfANodeThatDiesGoToOthers()
    {
        var supervisor = Start(10);
        var (first, second) = (await JoinAsync(supervisor, "a"), await JoinAsync(supervisor, "b"));
        var lost = await LeaseAsync(supervisor, first);
        supervisor.Tell(new RequestRanges(1), second);

        Sys.Stop(first);

        var lease = (await second.ExpectMsgAsync<RangesLeased>()).Leases[0];
        Assert.Equal((lost.Range, 2), (lease.Range, lease.Attempt));
        Record(supervisor, second, lease);
        Assert.Equal(RunEnd.Finished, (await OutcomeAsync()).End);
    }

    [Fact]
    public async Task ASilentNodeLosesItsLeasesAndIsToldToJoinAgain()
    {
        var supervisor = Start(10);
        var node = await JoinAsync(supervisor, "a");
        var lost = await LeaseAsync(supervisor, node);
        _clock.Advance(TimeSpan.FromSeconds(31));
        var other = await JoinAsync(supervisor, "b");
        var lease = await LeaseAsync(supervisor, other);
        Assert.Equal((lost.Range, 2), (lease.Range, lease.Attempt));
        Sys.Stop(other);

        supervisor.Tell(new NodeAlive([]), node);
        await node.ExpectMsgAsync<Rejoin>();
        Record(supervisor, node, lost);
        supervisor.Tell(new JoinRun("a", 2), node);
        await node.ExpectMsgAsync<Welcome>();
        Record(supervisor, node, await LeaseAsync(supervisor, node));

        var outcome = await OutcomeAsync();
        Assert.Equal((10, RunEnd.Finished), (outcome.Done, outcome.End));
    }

    [Fact]
    public async Task ANodeThatStartsAgainUnderItsNameTakesItsPlace()
    {
        var supervisor = Start(10);
        var before = await JoinAsync(supervisor, "a");
        var lost = await LeaseAsync(supervisor, before);

        var after = await JoinAsync(supervisor, "a");
        Sys.Stop(before);
        var lease = await LeaseAsync(supervisor, after);

        Assert.Equal((lost.Range, 2), (lease.Range, lease.Attempt));
        Record(supervisor, after, lease);
        Assert.Equal(RunEnd.Finished, (await OutcomeAsync()).End);
    }

    [Fact]
    public async Task ANodeThatAsksTwiceToJoinIsWelcomedTwiceAndKeepsItsLeases()
    {
        var supervisor = Start(10);
        var node = await JoinAsync(supervisor, "a");
        var lease = await LeaseAsync(supervisor, node);

        supervisor.Tell(new JoinRun("a", 2), node);
        await node.ExpectMsgAsync<Welcome>();
        Record(supervisor, node, lease);

        var outcome = await OutcomeAsync();
        Assert.Equal((10, RunEnd.Finished), (outcome.Done, outcome.End));
    }

    [Fact]
    public async Task ARangeThatComesBackThreeTimesStopsTheRunWithItsReason()
    {
        var supervisor = Start(30);
        var node = await JoinAsync(supervisor, "a");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var lease = await LeaseAsync(supervisor, node);
            Assert.Equal((new IndexRange(0, 10), attempt), (lease.Range, lease.Attempt));
            supervisor.Tell(new ReturnLease(lease.Id, "InvalidOperationException: broken"), node);
        }

        await node.ExpectMsgAsync<Drain>();
        supervisor.Tell(new Drained(), node);

        var outcome = await OutcomeAsync();
        Assert.Equal((RunEnd.Broken, 30), (outcome.End, outcome.Missing));
        Assert.Equal("backtests 0..9 could not be run, 3 attempts came to nothing: InvalidOperationException: broken", outcome.Message);
    }

    [Fact]
    public async Task AnAlarmIsPartOfTheOutcome()
    {
        var supervisor = Start(10);
        supervisor.Tell(new CheckpointProtocol.ResultDiffers("differs"));
        var node = await JoinAsync(supervisor, "a");
        Record(supervisor, node, await LeaseAsync(supervisor, node));

        Assert.Equal(["differs"], (await OutcomeAsync()).Alarms);
    }

    [Fact]
    public async Task APlanThatCannotBeReadEndsTheRunWithItsReason()
    {
        Start(10).Tell(new CheckpointProtocol.PlanUnreadable("InvalidOperationException: broken"));

        var outcome = await OutcomeAsync();
        Assert.Equal((RunEnd.Broken, "the plan cannot be read: InvalidOperationException: broken"), (outcome.End, outcome.Message));
    }

    [Fact]
    public async Task ARunThatIsStoppedFromOutsideSaysSo()
    {
        var supervisor = Start(10);
        await JoinAsync(supervisor, "a");
        Sys.Stop(supervisor);

        var outcome = await OutcomeAsync();
        Assert.Equal((RunEnd.Broken, "the run was stopped from outside", 10), (outcome.End, outcome.Message, outcome.Missing));
    }

    [Fact]
    public async Task ASupervisorThatBreaksEndsItsRunAndLeavesItsNameFree()
    {
        var supervisor = Start(10);
        await JoinAsync(supervisor, "a");
        Watch(supervisor);

        supervisor.Tell(new RangesLeased([]), ActorRefs.NoSender);
        supervisor.Tell(new JoinRun(null!, 1), CreateTestProbe());

        var outcome = await OutcomeAsync();
        Assert.Equal(RunEnd.Broken, outcome.End);
        Assert.StartsWith("the supervisor broke: ArgumentNullException: ", outcome.Message, StringComparison.Ordinal);
        await ExpectTerminatedAsync(supervisor);
    }

    [Fact]
    public async Task WhoeverThrowsWhenToldOfTheProgressDoesNotStopTheRun()
    {
        var supervisor = Start(10, progress: new Reports(_ => throw new InvalidOperationException("not interested")));
        var node = await JoinAsync(supervisor, "a");
        var lease = await LeaseAsync(supervisor, node);
        await ExpectNoMsgAsync(TimeSpan.FromMilliseconds(100));
        Record(supervisor, node, lease);

        Assert.Equal(RunEnd.Finished, (await OutcomeAsync()).End);
    }

    [Fact]
    public async Task ProgressCountsWhatIsRecordedAndShowsTheWorkers()
    {
        var told = new System.Collections.Concurrent.BlockingCollection<StudyProgress>();
        var supervisor = Start(30, progress: new Reports(told.Add));
        var node = await JoinAsync(supervisor, "a");
        supervisor.Tell(new NodeAlive([new WorkerProgress("worker-1", 3, 12)]), node);
        Record(supervisor, node, await LeaseAsync(supervisor, node), failed: 4);

        await AwaitConditionAsync(() => Task.FromResult(told.Any(progress =>
            progress is { Planned: 30, Done: 6, Failed: 4, Missing: 20, Workers: [{ Name: "worker-1", Running: 12 }] })));
    }

    private static void Record(IActorRef supervisor, TestProbe node, Lease lease, int failed = 0) =>
        supervisor.Tell(new RangeRecorded(lease.Id, lease.Range, failed, TimeSpan.FromMilliseconds(1)), node);

    private static async Task<Lease> LeaseAsync(IActorRef supervisor, TestProbe node)
    {
        supervisor.Tell(new RequestRanges(1), node);
        return Assert.Single((await node.ExpectMsgAsync<RangesLeased>()).Leases);
    }

    private async Task<TestProbe> JoinAsync(IActorRef supervisor, string name)
    {
        var node = CreateTestProbe();
        supervisor.Tell(new JoinRun(name, 2), node);
        await node.ExpectMsgAsync<Welcome>();
        return node;
    }

    private Task<StudyOutcome> OutcomeAsync() => _outcome.Task.WaitAsync(TimeSpan.FromSeconds(30));

    private IActorRef Start(int count, bool continueOnError = true, IProgress<StudyProgress>? progress = null)
    {
        var run = new SupervisedRun(
            new PlanStage(new Plan(ExampleStudy.Poison(count))),
            new StudyRecorded("poison", "", "", [], count, 0),
            new RunAdvice(2, 10, 10),
            new RangeSizing(10, true, TimeSpan.FromSeconds(1)),
            false,
            continueOnError,
            progress,
            null);
        return Sys.ActorOf(SupervisorActor.Props(run, BacktestSettings.Create(Sys.Settings.Config), _clock, _outcome));
    }

    private sealed class Reports(Action<StudyProgress> report) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => report(value);
    }
}
