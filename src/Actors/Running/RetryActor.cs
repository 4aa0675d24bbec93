using Akka.Actor;
using Backtest.Actors.Checkpoints;
using Backtest.Actors.Hosting;
using Backtest.Engine.Studies;
using Backtest.Storage.Store;

namespace Backtest.Actors.Running;

/// <summary>Starts a study's checkpoint in order to give its failures back. Recovering → Retrying.</summary>
internal sealed class RetryActor : UntypedActor
{
    private readonly Plan _plan;
    private readonly TaskCompletionSource<long> _answer;

    public RetryActor(Plan plan, TaskCompletionSource<long> answer) => (_plan, _answer) = (plan, answer);

    /// <summary>Gives the failures of a plan back.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="answer">Told how many they are; fails with a <see cref="StoreException"/> where the store does.</param>
    public static Props Props(Plan plan, TaskCompletionSource<long> answer) => Akka.Actor.Props.Create(() => new RetryActor(plan, answer));

    protected override void PreStart()
    {
        var policy = new FlushPolicy(1, true, TimeSpan.FromMilliseconds(1));
        var props = CheckpointActor.Props(_plan.Study.Definition.Name, Self, policy, TimeProvider.System);
        Context.ActorOf(props.WithDispatcher(BacktestSettings.CheckpointDispatcher), "checkpoint");
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case CheckpointProtocol.CheckpointRecovered:
                Sender.Tell(new CheckpointProtocol.RetryFailures(_plan));
                break;
            case CheckpointProtocol.RetryAccepted accepted:
                _answer.TrySetResult(accepted.Count);
                break;
            case CheckpointProtocol.CheckpointUnavailable unavailable:
                _answer.TrySetException(new StoreException($"the store could not be read or written: {unavailable.Reason}"));
                break;
            case CheckpointProtocol.PlanUnreadable unreadable:
                _answer.TrySetException(new StudyException($"the plan cannot be read: {unreadable.Reason}"));
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}
