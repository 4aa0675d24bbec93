using Akka.Actor;
using Backtest.Actors.Running;

namespace Backtest.Actors.Supervision;

/// <summary>What supervisor and nodes say to each other.</summary>
public static class LeaseProtocol
{
    /// <summary>A message of this conversation.</summary>
    public interface ILeaseMessage;

    /// <summary>Node to supervisor: I am here. The sender is the node. Sent again until it is welcomed.</summary>
    /// <param name="Name">The node's name, unique in a run.</param>
    /// <param name="Workers">Its workers.</param>
    public sealed record JoinRun(string Name, int Workers) : ILeaseMessage;

    /// <summary>Supervisor to node: send results to the checkpoint, and ask for ranges.</summary>
    /// <param name="Checkpoint">Where results go.</param>
    public sealed record Welcome(IActorRef Checkpoint) : ILeaseMessage;

    /// <summary>Node to supervisor: I have room.</summary>
    /// <param name="Count">For so many more ranges.</param>
    public sealed record RequestRanges(int Count) : ILeaseMessage;

    /// <summary>Supervisor to node: run these.</summary>
    /// <param name="Leases">The leases, one or more.</param>
    public sealed record RangesLeased(IReadOnlyList<Lease> Leases) : ILeaseMessage;

    /// <summary>Node to supervisor: results of a lease are recorded.</summary>
    /// <param name="LeaseId">The lease.</param>
    /// <param name="Range">The backtests.</param>
    /// <param name="Failed">How many of them did not run to their end.</param>
    /// <param name="Busy">The time that a worker took for them.</param>
    public sealed record RangeRecorded(long LeaseId, IndexRange Range, int Failed, TimeSpan Busy) : ILeaseMessage;

    /// <summary>Node to supervisor: I cannot run this; what of it is not recorded is free again.</summary>
    /// <param name="LeaseId">The lease.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ReturnLease(long LeaseId, string Reason) : ILeaseMessage;

    /// <summary>Node to supervisor, about once a second: I am alive, and so are my leases.</summary>
    /// <param name="Workers">What the workers do.</param>
    public sealed record NodeAlive(IReadOnlyList<WorkerProgress> Workers) : ILeaseMessage;

    /// <summary>Supervisor to node: you were silent for so long that your leases went to others; join again.</summary>
    public sealed record Rejoin : ILeaseMessage;

    /// <summary>Supervisor to node: start nothing more, have what is finished recorded, and say when it is.</summary>
    public sealed record Drain : ILeaseMessage;

    /// <summary>Node to supervisor: nothing runs here, and all results are recorded.</summary>
    public sealed record Drained : ILeaseMessage;
}
