using Akka.Actor;
using Akka.Pattern;
using Backtest.Actors.Hosting;

namespace Backtest.Actors.Checkpoints;

/// <summary>Starts a checkpoint again when it has stopped: a persistent actor always stops where a write or the replay fails.</summary>
internal static class CheckpointSupervision
{
    private const double Jitter = 0.2;

    /// <summary>A parent with one checkpoint; it passes on what it is told. What comes while there is none is lost: nodes send it again.</summary>
    public static Props Props(string study, IActorRef supervisor, FlushPolicy policy, CheckpointSettings settings, TimeProvider clock)
    {
        var checkpoint = CheckpointActor.Props(study, supervisor, policy, clock).WithDispatcher(BacktestSettings.CheckpointDispatcher);
        var options = Backoff.OnStop(checkpoint, "journal", settings.RestartAfter, settings.RestartAfterAtMost, Jitter, -1);
        return BackoffSupervisor.Props(options);
    }
}
