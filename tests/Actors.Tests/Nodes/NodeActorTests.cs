using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Backtest.Actors.Hosting;
using Backtest.Actors.Nodes;
using Backtest.Actors.Supervision;
using Backtest.Actors.Tests.Examples;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using static Backtest.Actors.Checkpoints.CheckpointProtocol;
using static Backtest.Actors.Supervision.LeaseProtocol;

namespace Backtest.Actors.Tests.Nodes;

public sealed class NodeActorTests : TestKit
{
    private readonly TestProbe _supervisor;
    private readonly TestProbe _checkpoint;
    private readonly HashSet<long> _seen = [];

    public NodeActorTests()
        : base(QuickSystem.InMemory) => (_supervisor, _checkpoint) = (CreateTestProbe(), CreateTestProbe());

    [Fact]
    public async Task ANodeAsksToJoinUntilItIsWelcomeAndThenForTwoRangesAWorker()
    {
        var node = Start(ExampleStudy.Poison(10), workers: 3);
        for (var again = 0; again < 3; again++) Assert.Equal(new JoinRun("local", 3), await _supervisor.ExpectMsgAsync<JoinRun>());

        await WelcomeAsync(node, room: 6);
    }

    [Fact]
    public async Task WhatIsAcknowledgedIsReportedRecordedAndNothingElse()
    {
        var node = await JoinedAsync(ExampleStudy.Poison(200, every: 50));
        node.Tell(Leased(1, 0, 200));

        var (recorded, failed) = (0L, 0);
        while (recorded < 200)
        {
            var request = await _checkpoint.ExpectMsgAsync<RecordResults>();
            failed += request.Rows.Count(row => row.Result.Status == ResultStatus.Failed);
            node.Tell(new ResultsAcknowledged(request.Id), _checkpoint);
            var report = await FishAsync<RangeRecorded>();
            Assert.Equal((1, recorded, request.Rows.Count), (report.LeaseId, report.Range.First, report.Range.Count));
            recorded = report.Range.End;
        }

        Assert.Equal((200, 4), (recorded, failed));
    }

    [Fact]
    public async Task ResultsAreSentAgainUntilTheyAreAcknowledged()
    {
        var node = await JoinedAsync(ExampleStudy.Poison(5));
        node.Tell(Leased(1, 0, 5));
        var first = await _checkpoint.ExpectMsgAsync<RecordResults>();
        for (var again = 0; again < 2; again++)
        {
            var resent = await _checkpoint.ExpectMsgAsync<RecordResults>();
            Assert.Equal((first.Id, first.Rows), (resent.Id, resent.Rows));
        }

        node.Tell(new ResultsAcknowledged(first.Id), _checkpoint);
        node.Tell(new ResultsAcknowledged(first.Id), _checkpoint);

        Assert.Equal(new IndexRange(0, 5), (await FishAsync<RangeRecorded>()).Range);
        await ExpectQuietAsync<RangeRecorded>();
        await _checkpoint.ExpectNoMsgAsync(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task TheLastResultsOfANodeAreAwaited()
    {
        var node = await JoinedAsync(ExampleStudy.Poison(40));
        node.Tell(Leased(1, 0, 20));
        node.Tell(Leased(2, 20, 20));

        List<RecordResults> requests = [];
        while (requests.Sum(request => request.Rows.Count) < 40)
        {
            requests.Add(await _checkpoint.ExpectMsgAsync<RecordResults>());
            node.Tell(new ResultsAcknowledged(requests[^1].Id), _checkpoint);
        }

        Assert.True(requests[^1].Awaited);
    }

    [Fact]
    public async Task ANodeThatIsToldToJoinAgainKeepsItsResultsAndDropsItsRanges()
    {
        var node = await JoinedAsync(ExampleStudy.Poison(20));
        node.Tell(Leased(1, 0, 20));
        var unacknowledged = await _checkpoint.ExpectMsgAsync<RecordResults>();

        node.Tell(new Rejoin(), _supervisor);
        await FishAsync<JoinRun>();
        await WelcomeAsync(node, room: 4);

        while ((await _checkpoint.ExpectMsgAsync<RecordResults>()).Id != unacknowledged.Id)
        {
        }
    }

    [Fact]
    public async Task ADrainingNodeStartsNothingMoreAndSaysWhenAllIsRecorded()
    {
        using var gate = new ManualResetEventSlim();
        var work = Work(ExampleStudy.Poison(20)) with
        {
            Hook = (_, run) =>
            {
                gate.Wait(TimeSpan.FromSeconds(30));
                return run();
            },
        };
        var node = await JoinedAsync(work);
        node.Tell(Leased(1, 0, 10));
        node.Tell(Leased(2, 10, 10));
        while ((await FishAsync<NodeAlive>()).Workers.Count(worker => worker.Running >= 0) < 2)
        {
        }

        node.Tell(new Drain(), _supervisor);
        node.Tell(Leased(3, 0, 10));
        await ExpectQuietAsync<Drained>();
        gate.Set();

        for (var rows = 0; rows < 2;)
        {
            var request = await FreshAsync(node);
            Assert.True(request.Awaited);
            rows += request.Rows.Count;
        }

        await FishAsync<Drained>();
    }

    [Fact]
    public async Task AWorkerThatBreaksGivesItsRangeBackAndThePoolGoesOn()
    {
        var node = await JoinedAsync(ExampleStudy.Breaking(40, made => made is 2 or 3));
        node.Tell(Leased(1, 0, 20));
        node.Tell(Leased(2, 20, 20));

        var returned = new[] { await FishAsync<ReturnLease>(), await FishAsync<ReturnLease>() };
        Assert.All(returned, lease => Assert.Equal("InvalidOperationException: cannot be made again", lease.Reason));
        Assert.Equal([1, 2], returned.Select(lease => lease.LeaseId).Order());

        node.Tell(Leased(3, 0, 20));
        node.Tell(Leased(4, 20, 20));
        var rows = 0;
        while (rows < 40) rows += (await FreshAsync(node)).Rows.Count;
    }

    [Fact]
    public async Task AHangingBacktestTimesOutAndItsWorkerIsReplaced()
    {
        var clock = new ManualClock();
        var stage = new PlanStage(new Plan(ExampleStudy.Poison(10, every: 5, "hang")));
        var work = new NodeWork("local", stage, Settings, clock) { Timeout = TimeSpan.FromSeconds(60) };
        var node = await JoinedAsync(work, workers: 1);
        node.Tell(Leased(1, 0, 10));
        List<Storage.Journal.RecordedResult> rows = [];
        foreach (var hanging in new[] { 4, 9 })
        {
            while (!(await FishAsync<NodeAlive>()).Workers.Any(worker => worker.Running == hanging))
            {
            }

            clock.Advance(TimeSpan.FromSeconds(61));
            while (rows.Count(row => row.Result.Status == ResultStatus.TimedOut) < (hanging + 1) / 5) rows.AddRange((await FreshAsync(node)).Rows);
        }

        while (rows.Count < 10) rows.AddRange((await FreshAsync(node)).Rows);
        Assert.Equal(8, rows.Count(row => row.Result.Status == ResultStatus.Done));
        Assert.Equal(10, rows.Select(row => row.Result.Key).Distinct().Count());
        Assert.Contains(rows, row => row.Result.Error is { Type: "Timeout", Message: "took longer than 60 s" });
        Assert.True(rows.Select(row => row.Provenance.Worker).Distinct().Count() >= 2);
    }

    [Fact]
    public async Task ANodeThatBreaksStopsInsteadOfWaitingForEver()
    {
        var work = Work(ExampleStudy.Poison(10));
        var node = await JoinedAsync(work);
        Watch(node);

        node.Tell(new RangesLeased(null!));

        await ExpectTerminatedAsync(node);
        Assert.True(work.Queue.Closed);
    }

    private NodeSettings Settings => BacktestSettings.Create(Sys.Settings.Config).Node;

    private static RangesLeased Leased(long id, long first, long count) => new([new Lease(id, new IndexRange(first, count), 1)]);

    private NodeWork Work(Study study) => new("local", new PlanStage(new Plan(study)), Settings, TimeProvider.System);

    private IActorRef Start(Study study, int workers = 2) => Start(Work(study), workers);

    private IActorRef Start(NodeWork work, int workers) => Sys.ActorOf(NodeActor.Props(_supervisor.Ref, work, workers));

    private Task<IActorRef> JoinedAsync(Study study) => JoinedAsync(Work(study));

    private async Task<IActorRef> JoinedAsync(NodeWork work, int workers = 2)
    {
        var node = Start(work, workers);
        await FishAsync<JoinRun>();
        await WelcomeAsync(node, room: 2 * workers);
        return node;
    }

    private async Task WelcomeAsync(IActorRef node, int room)
    {
        node.Tell(new Welcome(_checkpoint.Ref), _supervisor);
        Assert.Equal(room, (await FishAsync<RequestRanges>()).Count);
    }

    /// <summary>The next results that were not sent before; they are acknowledged.</summary>
    private async Task<RecordResults> FreshAsync(IActorRef node)
    {
        var request = await _checkpoint.ExpectMsgAsync<RecordResults>();
        node.Tell(new ResultsAcknowledged(request.Id), _checkpoint);
        return _seen.Add(request.Id) ? request : await FreshAsync(node);
    }

    private async Task<T> FishAsync<T>() =>
        (T)await _supervisor.FishForMessageAsync(message => message is T, TimeSpan.FromSeconds(30));

    /// <summary>Nothing of the kind comes while the node says a few times that it is alive.</summary>
    private async Task ExpectQuietAsync<T>()
    {
        for (var alive = 0; alive < 4;)
        {
            var message = await _supervisor.ReceiveOneAsync(TimeSpan.FromSeconds(30));
            Assert.IsNotType<T>(message);
            if (message is NodeAlive) alive++;
        }
    }
}
