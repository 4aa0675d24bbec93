using Akka.Actor;

namespace Backtest.Actors.Nodes;

/// <summary>What a node and its workers say to each other.</summary>
internal static class WorkerProtocol
{
    /// <summary>Node to worker, through the pool: ranges wait; run them until none is left.</summary>
    public sealed class RangesWaiting
    {
        /// <summary>The message.</summary>
        public static RangesWaiting Instance { get; } = new();
    }

    /// <summary>Worker to node: watch this. Said once by each instance of a worker.</summary>
    /// <param name="Worker">The worker.</param>
    /// <param name="Status">Where it shows what it does.</param>
    public sealed record WorkerStarted(IActorRef Worker, WorkerStatus Status);

    /// <summary>Whoever runs ranges to node: results to record.</summary>
    /// <param name="Chunk">The results.</param>
    public sealed record ResultsReady(ResultChunk Chunk);

    /// <summary>Whoever runs ranges to node: a range is over, run to its end or stopped by the closing of the queue.</summary>
    /// <param name="Task">The range.</param>
    public sealed record RangeFinished(RangeTask Task);

    /// <summary>Worker to node: a defect, ours or the machine's, ended a range; the worker starts afresh.</summary>
    /// <param name="Task">The range.</param>
    /// <param name="Status">The status of the instance that is gone.</param>
    /// <param name="Reason">What was thrown.</param>
    public sealed record WorkerBroke(RangeTask? Task, WorkerStatus Status, Exception Reason);

    /// <summary>Node to itself: a backtest timed out and its worker is given up. All chunks that the worker had sent come before this.</summary>
    /// <param name="Worker">The worker.</param>
    /// <param name="WorkerName">Its name.</param>
    /// <param name="Task">The range that it was in.</param>
    /// <param name="Position">The backtest's position in the stage.</param>
    public sealed record WorkerGivenUp(IActorRef Worker, string WorkerName, RangeTask Task, long Position);
}
