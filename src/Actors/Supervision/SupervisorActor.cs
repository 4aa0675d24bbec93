using Akka.Actor;
using Akka.Event;
using Backtest.Actors.Checkpoints;
using Backtest.Actors.Hosting;
using Backtest.Actors.Running;
using static Backtest.Actors.Supervision.LeaseProtocol;

namespace Backtest.Actors.Supervision;

/// <summary>Holds the queue of missing backtests, leases ranges to the nodes that ask, and counts what is recorded.
/// Recovering → Leasing → Draining → Finished.</summary>
internal sealed class SupervisorActor : UntypedActor, IWithTimers
{
    private readonly SupervisedRun _run;
    private readonly BacktestSettings _settings;
    private readonly TimeProvider _clock;
    private readonly TaskCompletionSource<StudyOutcome> _outcome;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<IActorRef, JoinRun> _nodes = [];
    private readonly HashSet<IActorRef> _drained = [];
    private readonly List<string> _alarms = [];
    private readonly ProgressReport _report;
    private readonly StorePatience _patience;
    private readonly TimeSpan _began;
    private IActorRef _checkpoint = null!;
    private SupervisorState? _state;
    private long _found, _foundFailed;
    private RunEnd? _end;
    private string? _message;

    public SupervisorActor(SupervisedRun run, BacktestSettings settings, TimeProvider clock, TaskCompletionSource<StudyOutcome> outcome)
    {
        (_run, _settings, _clock, _outcome) = (run, settings, clock, outcome);
        _report = new ProgressReport(run.Stage.Count);
        _patience = new StorePatience(settings.Supervisor.StorePatience);
        _began = Now;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private TimeSpan Now => _clock.GetElapsedTime(0);

    /// <summary>The supervisor of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="outcome">Told how the run ended.</param>
    public static Props Props(
        SupervisedRun run, BacktestSettings settings, TimeProvider clock, TaskCompletionSource<StudyOutcome> outcome) =>
        Akka.Actor.Props.Create(() => new SupervisorActor(run, settings, clock, outcome));

    protected override void PreStart()
    {
        if (_outcome.Task.IsCompleted)
        {
            // A defect ended the instance before this one, and the run with it.
            Context.Stop(Self);
            return;
        }

        var policy = new FlushPolicy(_run.Advice.CheckpointBatchSize, _run.ExactCheckpointBatch, _settings.Checkpoint.Linger);
        _checkpoint = Context.ActorOf(
            CheckpointSupervision.Props(_run.Study.Name, Self, policy, _settings.Checkpoint, _clock), "checkpoint");
        Timers.StartPeriodicTimer(Tick.Instance, Tick.Instance, _settings.Supervisor.ProgressInterval);
    }

    protected override void PostStop() => _outcome.TrySetResult(Outcome(RunEnd.Broken, _message ?? "the run was stopped from outside"));

    protected override void PreRestart(Exception reason, object message)
    {
        _outcome.TrySetResult(Outcome(RunEnd.Broken, $"the supervisor broke: {reason.GetType().Name}: {reason.Message}"));
        base.PreRestart(reason, message);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CheckpointProtocol.ICheckpointMessage checkpoint:
                OnCheckpoint(checkpoint);
                break;
            case ILeaseMessage lease:
                OnLease(lease);
                break;
            case Terminated gone:
                Lose(gone.ActorRef, "is gone");
                break;
            case CancelRun:
                Drain(RunEnd.Cancelled, null);
                break;
            case Tick:
                OnTick();
                break;
            case PatienceEnded:
                if (!_patience.Answers) GiveUpStore();
                break;
            case BreakRun broken:
                _message = broken.Reason;
                Finish(RunEnd.Broken);
                break;
            case DrainEnded:
                Finish(_end ?? RunEnd.Broken);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void OnCheckpoint(CheckpointProtocol.ICheckpointMessage message)
    {
        switch (message)
        {
            case CheckpointProtocol.CheckpointRecovered recovered:
                _patience.Answered();
                if (_state is not null) break;
                foreach (var damaged in recovered.Damaged) _log.Warning("{0}", damaged);
                _checkpoint.Tell(new CheckpointProtocol.FindMissing(_run.Stage, _run.Study));
                break;
            case CheckpointProtocol.MissingFound found when _state is null:
                (_found, _foundFailed) = (found.Found, found.FoundFailed);
                _state = new SupervisorState(found.Ranges, _run.Sizing, _settings.Supervisor.LeaseTimeout);
                foreach (var node in _nodes.Keys) Admit(node);
                FinishIfDone();
                break;
            case CheckpointProtocol.CheckpointUnavailable unavailable:
                StoreFailed(unavailable.Reason);
                break;
            case CheckpointProtocol.PlanUnreadable unreadable:
                _message = $"the plan cannot be read: {unreadable.Reason}";
                Finish(RunEnd.Broken);
                break;
            case CheckpointProtocol.ResultDiffers differs:
                _alarms.Add(differs.Message);
                break;
        }
    }

    private void StoreFailed(string reason)
    {
        _message = reason;
        var left = _patience.Fail(Now);
        if (left <= TimeSpan.Zero) GiveUpStore();
        else Timers.StartSingleTimer(PatienceEnded.Instance, PatienceEnded.Instance, left);
    }

    private void GiveUpStore()
    {
        _message = $"the store has failed for {_settings.Supervisor.StorePatience.TotalSeconds} s: {_message}";
        Finish(RunEnd.Broken);
    }

    private void OnLease(ILeaseMessage message)
    {
        if (message is RangeRecorded)
        {
            _patience.Recorded();
            Timers.Cancel(PatienceEnded.Instance);
        }

        switch (message)
        {
            case JoinRun join:
                if (_nodes.TryAdd(Sender, join)) Meet(join);
                else if (_state is not null) Sender.Tell(new Welcome(_checkpoint));
                if (_state is not null && !_state.Nodes.Contains(join.Name)) Admit(Sender);
                break;
            case RequestRanges request when Known is { } node:
                _state!.Request(node, request.Count, Now);
                break;
            case RangeRecorded recorded when Known is { } node:
                _state!.Record(node, recorded.LeaseId, recorded.Range, recorded.Failed, recorded.Busy, Now);
                if (recorded.Failed > 0 && !_run.ContinueOnError)
                    Drain(RunEnd.StoppedOnError, "a backtest failed, and the run was to stop on the first one that does");
                break;
            case ReturnLease returned when Known is { } node:
                _log.Warning("node {0} gave lease {1} back: {2}", node, returned.LeaseId, returned.Reason);
                if (_state!.Return(node, returned.LeaseId) is { } range) GiveUp(range, returned.Reason);
                break;
            case NodeAlive alive when Known is { } node:
                _state!.Alive(node, Now);
                _report.Note(node, alive.Workers);
                break;
            case NodeAlive when _state is not null:
                Sender.Tell(new Rejoin());
                break;
            case Drained:
                _drained.Add(Sender);
                break;
        }

        Deal();
        FinishIfDone();
    }

    /// <summary>The name of the node that sent the current message; null where it has not been admitted.</summary>
    private string? Known => _state is not null && _nodes.TryGetValue(Sender, out var join) ? join.Name : null;

    /// <summary>A node that comes under the name of another is that one, started again.</summary>
    private void Meet(JoinRun join)
    {
        Context.Watch(Sender);
        var before = _nodes.FirstOrDefault(entry => entry.Value.Name == join.Name && !entry.Key.Equals(Sender)).Key;
        if (before is not null) Lose(before, "started again");
    }

    private void Admit(IActorRef node)
    {
        var join = _nodes[node];
        _state!.Join(join.Name, join.Workers, Now);
        node.Tell(new Welcome(_checkpoint));
        if (_end is not null) node.Tell(new Drain());
    }

    private void Deal()
    {
        if (_state is null || _end is not null) return;
        foreach (var leases in _state.Deal().GroupBy(dealt => dealt.Node, dealt => dealt.Lease))
        {
            var node = _nodes.First(entry => entry.Value.Name == leases.Key).Key;
            node.Tell(new RangesLeased([.. leases]));
        }
    }

    private void Lose(IActorRef node, string how)
    {
        if (!_nodes.Remove(node, out var join)) return;
        _log.Warning("node {0} {1}: others run its leases", join.Name, how);
        _report.Forget(join.Name);
        Context.Unwatch(node);
        if (_state?.Leave(join.Name) is { } range) GiveUp(range, $"node {join.Name} {how}");
        Deal();
        FinishIfDone();
    }

    private void GiveUp(IndexRange range, string reason) => Drain(
        RunEnd.Broken, $"backtests {range} could not be run, {SupervisorState.MaximumAttempts} attempts came to nothing: {reason}");

    private void Drain(RunEnd end, string? message)
    {
        if (_end is not null) return;
        (_end, _message) = (end, message);
        Timers.StartSingleTimer(DrainEnded.Instance, DrainEnded.Instance, _settings.Supervisor.DrainTimeout);
        foreach (var node in _nodes.Keys) node.Tell(new Drain());
        FinishIfDone();
    }

    private void FinishIfDone()
    {
        if (_state is { Missing: 0 } && _end is null or RunEnd.Cancelled) Finish(RunEnd.Finished);
        else if (_end is { } end && (_state is null || _nodes.Keys.All(_drained.Contains))) Finish(end);
    }

    private void OnTick()
    {
        if (_state is not null)
        {
            var silent = _state.Silent(Now);
            foreach (var node in _nodes.Where(entry => silent.Contains(entry.Value.Name)).Select(entry => entry.Key).ToArray())
                Lose(node, "was silent for too long");
        }

        Tell();
    }

    private void Tell()
    {
        if (_state is null || _run.Progress is null) return;
        try
        {
            _run.Progress.Report(_report.At(Now - _began, _found, _state.Done, _state.Failed));
        }
        catch (Exception exception)
        {
            _log.Warning(exception, "whoever is told of the progress threw");
        }
    }

    private void Finish(RunEnd end)
    {
        if (_outcome.Task.IsCompleted) return;
        Tell();
        _outcome.TrySetResult(Outcome(end, _message));
        Context.Stop(Self);
    }

    private StudyOutcome Outcome(RunEnd end, string? message) => new(
        _run.Stage.Count,
        _found,
        _foundFailed,
        _state?.Done ?? 0,
        _state?.Failed ?? 0,
        end,
        Now - _began,
        _run.Advice,
        end == RunEnd.Finished ? null : message,
        _alarms,
        _run.Profile?.Top() ?? []);

    /// <summary>Stop handing out work, and end when what runs is recorded.</summary>
    public sealed class CancelRun
    {
        /// <summary>The message.</summary>
        public static CancelRun Instance { get; } = new();
    }

    /// <summary>End at once: the run cannot go on.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record BreakRun(string Reason);

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }

    private sealed class PatienceEnded
    {
        public static PatienceEnded Instance { get; } = new();
    }

    private sealed class DrainEnded
    {
        public static DrainEnded Instance { get; } = new();
    }
}
