using Akka.Actor;
using Akka.Event;
using static Backtest.Actors.Nodes.WorkerProtocol;

namespace Backtest.Actors.Nodes;

/// <summary>A routee of a node's pool: takes ranges from the node's queue while there are any. A failing backtest is a result, so what is thrown
/// here is a defect; supervision then starts a fresh instance, and the range goes back.</summary>
internal sealed class WorkerActor : UntypedActor
{
    private readonly IActorRef _node;
    private readonly NodeWork _work;
    private readonly WorkerStatus _status;
    private readonly RangeRunner _runner;

    public WorkerActor(IActorRef node, NodeWork work)
    {
        (_node, _work) = (node, work);
        _status = new WorkerStatus(work.NextWorkerName());
        _runner = new RangeRunner(work, _status);
    }

    /// <summary>A worker of a node.</summary>
    public static Props Props(IActorRef node, NodeWork work) => Akka.Actor.Props.Create(() => new WorkerActor(node, work));

    protected override void PreStart() => _node.Tell(new WorkerStarted(Self, _status));

    protected override void OnReceive(object message)
    {
        if (message is not RangesWaiting)
        {
            Unhandled(message);
            return;
        }

        while (!_status.Abandoned && _work.Queue.TryTake(out var task))
        {
            _runner.Run(task, chunk => _node.Tell(new ResultsReady(chunk)));
            if (!_status.Abandoned) _node.Tell(new RangeFinished(task));
        }
    }

    protected override void PreRestart(Exception reason, object message)
    {
        Context.GetLogger().Error(reason, "worker {0} broke and starts afresh", _status.Name);
        _node.Tell(new WorkerBroke(_status.Task, _status, reason));
        base.PreRestart(reason, message);
    }
}
