using Akka.Actor;
using Akka.Event;
using Akka.Persistence;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using static Backtest.Actors.Checkpoints.CheckpointProtocol;

namespace Backtest.Actors.Checkpoints;

/// <summary>Journals results in batches, one event a batch and one write at a time; what comes meanwhile is the next batch. Only the write's
/// callback acknowledges. Recovering → Collecting, which a failed write ends: the actor stops and its parent starts it again.</summary>
internal sealed class CheckpointActor : UntypedPersistentActor, IWithTimers
{
    private readonly IActorRef _supervisor;
    private readonly FlushPolicy _policy;
    private readonly TimeProvider _clock;
    private readonly CheckpointState _state = new();
    private readonly PendingResults<IActorRef> _pending = new();
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private bool _writing, _awaited;
    private TimeSpan _writeBegan;

    public CheckpointActor(string study, IActorRef supervisor, FlushPolicy policy, TimeProvider clock)
    {
        (PersistenceId, _supervisor, _policy, _clock) = (study, supervisor, policy, clock);
        _writeBegan = Now - policy.Linger;
    }

    public override string PersistenceId { get; }

    public ITimerScheduler Timers { get; set; } = null!;

    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    private TimeSpan Now => _clock.GetElapsedTime(0);

    /// <summary>The checkpoint of a study.</summary>
    public static Props Props(string study, IActorRef supervisor, FlushPolicy policy, TimeProvider clock) =>
        Akka.Actor.Props.Create(() => new CheckpointActor(study, supervisor, policy, clock));

    protected override void OnRecover(object message)
    {
        switch (message)
        {
            case JournalEvent @event:
                _state.Apply(@event, LastSequenceNr);
                break;
            case RecoveryCompleted:
                _supervisor.Tell(new CheckpointRecovered(_state.Count, _state.Damaged));
                break;
        }
    }

    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case RecordResults request:
                _pending.Add(Sender, request.Id, request.Rows, Now);
                _awaited |= request.Awaited;
                Flush();
                break;
            case FlushDue:
                Flush();
                break;
            case FindMissing request:
                NoteStudy(request.Study);
                Sender.Tell(_state.FindMissing(request.Plan));
                break;
            case RetryFailures request:
                Retry(request.Plan, Sender);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Unavailable(cause);

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        Unavailable(cause);
        Context.Stop(Self);
    }

    protected override void OnRecoveryFailure(Exception reason, object? message = null) => Unavailable(reason);

    private void Flush()
    {
        if (_writing || _pending.Oldest is not { } oldest) return;
        var count = _policy.Decide(_pending.Count, Now - oldest, Now - _writeBegan, _awaited);
        if (count == 0)
        {
            if (_policy.Exact) return;
            var due = _policy.Linger - (Now - oldest);
            Timers.StartSingleTimer(FlushDue.Instance, FlushDue.Instance, due > TimeSpan.Zero ? due : TimeSpan.FromMilliseconds(1));
            return;
        }

        var (rows, completed) = _pending.Take(count);
        if (_pending.Count == 0) _awaited = false;
        var fresh = Fresh(rows);
        _writeBegan = Now;
        if (fresh.Count == 0)
        {
            Acknowledge(completed);
            Flush();
            return;
        }

        _writing = true;
        PersistAsync(new ResultsRecorded(fresh, _clock.GetUtcNow().UtcTicks), written =>
        {
            _writing = false;
            _state.Apply(written, LastSequenceNr);
            Acknowledge(completed);
            Flush();
        });
    }

    /// <summary>Drops results that are recorded, or come twice in this batch, and reports those that differ from what is recorded.</summary>
    private List<RecordedResult> Fresh(List<RecordedResult> rows)
    {
        HashSet<Engine.Numerics.Hash128> seen = new(rows.Count);
        rows.RemoveAll(row =>
        {
            var recorded = _state.Find(row.Result);
            if (recorded == Recorded.Different) Alarm(row.Result);
            return recorded != Recorded.Not || !seen.Add(row.Result.Key);
        });
        return rows;
    }

    private void Alarm(in BacktestResult result)
    {
        var message = $"backtest {result.Key} gave a result ({result.Hash}) that differs from the one recorded before, which stays: "
            + "its strategy is not deterministic";
        _log.Warning("{0}", message);
        _supervisor.Tell(new ResultDiffers(message));
    }

    private static void Acknowledge(List<(IActorRef Sender, long Id)> completed)
    {
        foreach (var (sender, id) in completed) sender.Tell(new ResultsAcknowledged(id));
    }

    private void NoteStudy(StudyRecorded study)
    {
        if (_state.Study is { } known && known with { RecordedAt = 0, DataHashes = [] } == study with { RecordedAt = 0, DataHashes = [] }
            && known.DataHashes.SequenceEqual(study.DataHashes)) return;
        PersistAsync(study, written => _state.Apply(written, LastSequenceNr));
    }

    private void Retry(Plan plan, IActorRef asker)
    {
        var failures = _state.FindFailures(plan);
        if (failures.Count == 0)
        {
            asker.Tell(new RetryAccepted(0));
            return;
        }

        PersistAsync(new RetryRecorded(failures, _clock.GetUtcNow().UtcTicks), written =>
        {
            _state.Apply(written, LastSequenceNr);
            asker.Tell(new RetryAccepted(written.Keys.Count));
        });
    }

    private void Unavailable(Exception cause)
    {
        _log.Error(cause, "the store of {0} could not be read or written", PersistenceId);
        _supervisor.Tell(new CheckpointUnavailable(cause.GetBaseException().Message));
    }

    private sealed class FlushDue
    {
        public static FlushDue Instance { get; } = new();
    }
}
