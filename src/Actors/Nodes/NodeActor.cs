using Akka.Actor;
using Akka.Event;
using Backtest.Actors.Checkpoints;
using Backtest.Actors.Supervision;
using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using static Backtest.Actors.Nodes.WorkerProtocol;

namespace Backtest.Actors.Nodes;

/// <summary>Runs leased ranges on this process's workers, a round-robin pool, or on the caller's thread, and keeps every result until the checkpoint
/// has acknowledged it. Joining → Working → Draining.</summary>
internal sealed class NodeActor : UntypedActor, IWithTimers
{
    private readonly IActorRef _supervisor;
    private readonly NodeWork _work;
    private readonly NodeCrew _crew;
    private readonly NodeState _state;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private IActorRef? _checkpoint;
    private bool _draining, _drained;

    public NodeActor(IActorRef supervisor, NodeWork work, int workers, WorkerStatus? caller)
    {
        (_supervisor, _work) = (supervisor, work);
        _state = new NodeState(workers, work.Settings);
        _crew = new NodeCrew(work, workers, caller);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private TimeSpan Now => _work.Clock.GetElapsedTime(0);

    /// <summary>A node of a run.</summary>
    /// <param name="supervisor">The run's supervisor.</param>
    /// <param name="work">What its workers share.</param>
    /// <param name="workers">Routees of its pool; 1 where <paramref name="caller"/> is given.</param>
    /// <param name="caller">The status of the caller's thread, which takes the place of the pool; null for a pool.</param>
    public static Props Props(IActorRef supervisor, NodeWork work, int workers, WorkerStatus? caller = null) =>
        Akka.Actor.Props.Create(() => new NodeActor(supervisor, work, workers, caller));

    protected override void PreStart()
    {
        if (_work.Queue.Closed)
        {
            // A defect ended the instance before this one, and its ranges are lost: the supervisor has to know.
            Context.Stop(Self);
            return;
        }

        Timers.StartPeriodicTimer(Tick.Instance, Tick.Instance, TimeSpan.Zero, _work.Settings.AliveInterval);
    }

    protected override void PostStop() => _work.Queue.Close();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LeaseProtocol.ILeaseMessage lease:
                OnLease(lease);
                break;
            case CheckpointProtocol.ResultsAcknowledged acknowledged:
                if (_state.Acknowledge(acknowledged.Id) is { } chunk)
                    _supervisor.Tell(new LeaseProtocol.RangeRecorded(chunk.Task.LeaseId, chunk.Range, chunk.Failed, chunk.Busy));
                break;
            case Tick:
                OnTick();
                break;
            default:
                OnWorker(message);
                break;
        }

        if (_draining) ReportDrained();
        else Ask();
    }

    private void OnLease(LeaseProtocol.ILeaseMessage message)
    {
        switch (message)
        {
            case LeaseProtocol.Welcome welcome:
                _checkpoint = welcome.Checkpoint;
                break;
            case LeaseProtocol.RangesLeased leased when !_draining:
                foreach (var lease in leased.Leases) _work.Queue.Add(_state.Take(lease));
                _crew.Wake(Context, Self);
                break;
            case LeaseProtocol.Rejoin:
                while (_work.Queue.TryTake(out _)) { }
                _state.Forget();
                _checkpoint = null;
                Join();
                break;
            case LeaseProtocol.Drain:
                _draining = true;
                foreach (var task in _work.Queue.Close()) _state.Close(task);
                foreach (var (id, chunk) in _state.Unacknowledged) Send(id, chunk);
                break;
        }
    }

    private void OnWorker(object message)
    {
        switch (message)
        {
            case ResultsReady results:
                if (_state.Keep(results.Chunk, Now) is { } id) Send(id, results.Chunk);
                break;
            case RangeFinished finished:
                _state.Close(finished.Task);
                break;
            case WorkerStarted started:
                _crew.Watch(started.Worker, started.Status);
                break;
            case WorkerBroke broke:
                if (broke.Task is { } task) Return(task, broke.Reason);
                break;
            case WorkerGivenUp givenUp:
                TimeOut(givenUp);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void OnTick()
    {
        if (_checkpoint is null)
        {
            Join();
            return;
        }

        foreach (var (id, chunk) in _state.Overdue(Now)) Send(id, chunk);
        foreach (var givenUp in _crew.GiveUpHung()) Self.Tell(givenUp);
        _supervisor.Tell(new LeaseProtocol.NodeAlive(_crew.Progress));
    }

    private void Join() => _supervisor.Tell(new LeaseProtocol.JoinRun(_work.NodeName, _crew.Workers));

    private void Ask()
    {
        if (_checkpoint is null) return;
        var room = _state.Room();
        if (room > 0) _supervisor.Tell(new LeaseProtocol.RequestRanges(room));
    }

    private void Send(long id, ResultChunk chunk)
    {
        var awaited = _draining || _state.AllDelivered;
        _checkpoint?.Tell(new CheckpointProtocol.RecordResults(id, chunk.Rows, awaited));
    }

    private void Return(RangeTask task, Exception reason)
    {
        _state.Return(task.LeaseId);
        _supervisor.Tell(new LeaseProtocol.ReturnLease(task.LeaseId, $"{reason.GetType().Name}: {reason.Message}"));
    }

    private void TimeOut(WorkerGivenUp givenUp)
    {
        var seconds = _work.Timeout.TotalSeconds;
        var index = _work.Stage[givenUp.Position];
        _log.Warning("backtest {0} took longer than {1} s: it counts as timed out, and its worker is replaced", index, seconds);
        var key = _work.Stage.Plan.CreateReader().Read(index).Key;
        var error = new BacktestError("Timeout", FormattableString.Invariant($"took longer than {seconds} s"), "");
        var result = BacktestResult.Ended(key, ResultStatus.TimedOut, error, new CanonicalHasher());
        var provenance = new Provenance(_work.NodeName, givenUp.WorkerName, givenUp.Task.Attempt);
        var chunk = new ResultChunk(
            givenUp.Task, new IndexRange(givenUp.Position, 1), [new RecordedResult(result, provenance)], 1, TimeSpan.Zero);
        var (id, rest) = _state.TimeOut(chunk, Now);
        if (id is { } sent) Send(sent, chunk);
        foreach (var task in rest)
        {
            if (_draining) _state.Close(task);
            else _work.Queue.Add(task);
        }

        _crew.Replace(givenUp.Worker);
        _crew.Wake(Context, Self);
    }

    private void ReportDrained()
    {
        if (_drained || !_state.Quiet) return;
        _drained = true;
        _supervisor.Tell(new LeaseProtocol.Drained());
    }

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
