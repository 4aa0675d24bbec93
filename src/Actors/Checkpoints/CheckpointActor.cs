using Akka.Actor;
using Akka.Event;
using Akka.Persistence;
using Backtest.Engine.Numerics;
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
                NoteStudy(request.Study, () => Answer(asker => asker.Tell(_state.FindMissing(request.Stage))));
                break;
            case RetryFailures request:
                Answer(asker => Retry(request.Plan, asker));
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

    /// <summary>A strategy of the user's is made where a plan is read, and may throw: that is no defect of the store.</summary>
    private void Answer(Action<IActorRef> answer)
    {
        try
        {
            answer(Sender);
        }
        catch (Exception exception)
        {
            Sender.Tell(new PlanUnreadable($"{exception.GetType().Name}: {exception.Message}"));
        }
    }

    private void Flush()
    {
        while (!_writing && FlushOnce())
        {
        }
    }

    /// <summary>Writes one batch, or acknowledges it where all of it is recorded.</summary>
    /// <returns>False where nothing is to be written now.</returns>
    private bool FlushOnce()
    {
        if (_pending.Oldest is not { } oldest) return false;
        var count = _policy.Decide(_pending.Count, Now - oldest, Now - _writeBegan, _awaited);
        if (count == 0)
        {
            if (_policy.Exact) return false;
            var due = _policy.Linger - (Now - oldest);
            Timers.StartSingleTimer(FlushDue.Instance, FlushDue.Instance, due > TimeSpan.Zero ? due : TimeSpan.FromMilliseconds(1));
            return false;
        }

        var (rows, completed) = _pending.Take(count);
        if (_pending.Count == 0) _awaited = false;
        var fresh = Fresh(rows);
        _writeBegan = Now;
        if (fresh.Count == 0)
        {
            Acknowledge(completed);
            return true;
        }

        Write(fresh, completed);
        return true;
    }

    private void Write(List<RecordedResult> fresh, List<(IActorRef Sender, long Id)> completed)
    {
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
        Dictionary<Hash128, Hash128> seen = new(rows.Count);
        rows.RemoveAll(row =>
        {
            var recorded = _state.Find(row.Result);
            var twice = !seen.TryAdd(row.Result.Key, row.Result.Hash);
            if (recorded == Recorded.Different || (recorded == Recorded.Not && twice && seen[row.Result.Key] != row.Result.Hash)) Alarm(row.Result);
            return recorded != Recorded.Not || twice;
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

    /// <summary>Notes the study where it changed, and goes on once it is noted: a journal without it does not know what its results are of.</summary>
    private void NoteStudy(StudyRecorded study, Action noted)
    {
        if (_state.Study?.SaysTheSameAs(study) == true)
        {
            noted();
            return;
        }

        PersistAsync(study, written =>
        {
            _state.Apply(written, LastSequenceNr);
            noted();
        });
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
