using Backtest.Actors.Supervision;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Checkpoints;

/// <summary>What nodes and the supervisor say to the checkpoint, and what it says to them.</summary>
public static class CheckpointProtocol
{
    /// <summary>A message of this conversation.</summary>
    public interface ICheckpointMessage;

    /// <summary>Node to checkpoint: record these. Sent again until acknowledged; recorded once.</summary>
    /// <param name="Id">Unique for the sender; the acknowledgement names it.</param>
    /// <param name="Rows">The results; about 64 KB at most.</param>
    /// <param name="Awaited">True where the node has nothing else to do: do not wait for a batch to fill.</param>
    public sealed record RecordResults(long Id, IReadOnlyList<RecordedResult> Rows, bool Awaited = false) : ICheckpointMessage;

    /// <summary>Checkpoint to node: those results survive whatever happens next.</summary>
    /// <param name="Id">The request's id.</param>
    public sealed record ResultsAcknowledged(long Id) : ICheckpointMessage;

    /// <summary>Supervisor to checkpoint: which backtests of the stage are missing? Notes the study in the journal where it changed.</summary>
    /// <param name="Stage">The stage.</param>
    /// <param name="Study">The study as it is now.</param>
    public sealed record FindMissing(PlanStage Stage, StudyRecorded Study) : ICheckpointMessage;

    /// <summary>Checkpoint to supervisor: these are.</summary>
    /// <param name="Ranges">The missing backtests, by their positions in the stage.</param>
    /// <param name="Found">How many of the stage are recorded.</param>
    /// <param name="FoundFailed">How many of those did not run to their end.</param>
    public sealed record MissingFound(IReadOnlyList<IndexRange> Ranges, long Found, long FoundFailed) : ICheckpointMessage;

    /// <summary>Anyone to checkpoint: give failures back, to run again. Answered with <see cref="RetryAccepted"/>.</summary>
    /// <param name="Plan">The plan whose failures are meant.</param>
    public sealed record RetryFailures(Plan Plan) : ICheckpointMessage;

    /// <summary>Checkpoint to whoever asked: so many failures will run again.</summary>
    /// <param name="Count">How many.</param>
    public sealed record RetryAccepted(long Count) : ICheckpointMessage;

    /// <summary>Checkpoint to whoever asked: the plan cannot be read, because a strategy cannot be made.</summary>
    /// <param name="Reason">What was thrown.</param>
    public sealed record PlanUnreadable(string Reason) : ICheckpointMessage;

    /// <summary>Checkpoint to supervisor: the journal is replayed.</summary>
    /// <param name="Results">Results found.</param>
    /// <param name="Damaged">Events that were skipped because they are damaged, one line each.</param>
    public sealed record CheckpointRecovered(long Results, IReadOnlyList<string> Damaged) : ICheckpointMessage;

    /// <summary>Checkpoint to supervisor: the store could not be read or written; I stop, and my parent starts me again.</summary>
    /// <param name="Reason">What the store said.</param>
    public sealed record CheckpointUnavailable(string Reason) : ICheckpointMessage;

    /// <summary>Checkpoint to supervisor: a backtest gave another result than the one that is recorded, which stays.</summary>
    /// <param name="Message">Names the key and both hashes.</param>
    public sealed record ResultDiffers(string Message) : ICheckpointMessage;
}
