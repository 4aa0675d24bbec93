using Akka.Actor;
using Akka.Routing;
using Backtest.Actors.Hosting;
using Backtest.Actors.Running;
using static Backtest.Actors.Nodes.WorkerProtocol;

namespace Backtest.Actors.Nodes;

/// <summary>Those who run a node's ranges: a round-robin pool of workers, each on a thread of its own, made when there is work; or the caller's
/// thread.</summary>
/// <param name="work">What they share.</param>
/// <param name="workers">How many they are.</param>
/// <param name="caller">The status of the caller's thread; null for a pool.</param>
internal sealed class NodeCrew(NodeWork work, int workers, WorkerStatus? caller)
{
    private readonly Dictionary<IActorRef, WorkerStatus> _watched = [];
    private IActorRef? _pool;

    /// <summary>How many they are.</summary>
    public int Workers => workers;

    /// <summary>What each does.</summary>
    public IReadOnlyList<WorkerProgress> Progress => caller is null
        ? [.. _watched.Values.Select(ProgressOf).OrderBy(worker => worker.Name, NaturalOrder.Instance)]
        : [ProgressOf(caller)];

    /// <summary>Tells the workers that ranges wait: one message each, dealt by the pool's round robin. The caller's thread needs no
    /// telling.</summary>
    public void Wake(IActorRefFactory factory, IActorRef node)
    {
        if (caller is not null) return;
        _pool ??= factory.ActorOf(PoolProps(node), "workers");
        for (var i = 0; i < workers; i++) _pool.Tell(RangesWaiting.Instance);
    }

    /// <summary>A worker started, for the first time or afresh. It is told by name that ranges may wait: the pool deals only to workers it knew
    /// when ranges came.</summary>
    public void Watch(IActorRef worker, WorkerStatus status)
    {
        _watched[worker] = status;
        worker.Tell(RangesWaiting.Instance);
    }

    /// <summary>Gives up the workers that have been in one backtest for too long.</summary>
    public IReadOnlyList<WorkerGivenUp> GiveUpHung()
    {
        if (work.Timeout == Timeout.InfiniteTimeSpan) return [];
        List<WorkerGivenUp> hung = [];
        foreach (var (worker, status) in _watched)
        {
            if (status.GiveUp(work.Timeout, work.Clock) is { } position) hung.Add(new WorkerGivenUp(worker, status.Name, status.Task!, position));
        }

        return hung;
    }

    /// <summary>Puts a new worker in the place of one that was given up. Its thread cannot be ended; whatever it still does counts for
    /// nothing.</summary>
    public void Replace(IActorRef worker)
    {
        _watched.Remove(worker);
        _pool?.Tell(new AdjustPoolSize(1));
        _pool?.Tell(new RemoveRoutee(new ActorRefRoutee(worker)));
    }

    /// <summary>What a worker shows, by the index in the plan of what it runs.</summary>
    private WorkerProgress ProgressOf(WorkerStatus status)
    {
        var shown = status.Progress;
        return shown.Running < 0 ? shown : shown with { Running = work.Stage[shown.Running] };
    }

    private Props PoolProps(IActorRef node)
    {
        var restart = new OneForOneStrategy(-1, Timeout.InfiniteTimeSpan, Decider.From(Directive.Restart));
        return WorkerActor.Props(node, work)
            .WithDispatcher(BacktestSettings.WorkerDispatcher)
            .WithRouter(new RoundRobinPool(workers, null, restart, Akka.Dispatch.Dispatchers.DefaultDispatcherId));
    }

    private sealed class NaturalOrder : IComparer<string>
    {
        public static NaturalOrder Instance { get; } = new();

        public int Compare(string? x, string? y)
        {
            var byLength = (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
            return byLength != 0 ? byLength : string.CompareOrdinal(x, y);
        }
    }
}
