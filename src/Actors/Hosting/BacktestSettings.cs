using Akka.Configuration;
using Backtest.Actors.Checkpoints;
using Backtest.Actors.Nodes;
using Backtest.Actors.Supervision;

namespace Backtest.Actors.Hosting;

/// <summary>The settings under <c>backtest</c> in HOCON, read and checked at start.</summary>
/// <param name="Supervisor">How a run is supervised.</param>
/// <param name="Node">How a node works.</param>
/// <param name="Checkpoint">How results are written.</param>
internal sealed record BacktestSettings(SupervisorSettings Supervisor, NodeSettings Node, CheckpointSettings Checkpoint)
{
    /// <summary>The dispatcher of workers.</summary>
    public const string WorkerDispatcher = "backtest.worker-dispatcher";

    /// <summary>The dispatcher of checkpoints.</summary>
    public const string CheckpointDispatcher = "backtest.checkpoint-dispatcher";

    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ConfigurationException">A value is missing, not of its kind, or out of its range; the message names the key.</exception>
    public static BacktestSettings Create(Config config)
    {
        var settings = new SettingsReader(config, "backtest");
        var restartAfter = settings.Time("checkpoint.restart-after", TimeSpan.FromMilliseconds(1));
        return new BacktestSettings(
            new SupervisorSettings(
                settings.Time("supervisor.lease-timeout", TimeSpan.FromSeconds(1)),
                settings.Time("supervisor.range-duration", TimeSpan.FromMilliseconds(1)),
                settings.Time("supervisor.progress-interval", LeastInterval),
                settings.Time("supervisor.store-patience", TimeSpan.FromSeconds(1)),
                settings.Time("supervisor.drain-timeout", TimeSpan.Zero)),
            new NodeSettings(
                settings.Time("node.alive-interval", LeastInterval),
                settings.Time("node.resend-after", LeastInterval),
                settings.Time("node.chunk-interval", TimeSpan.FromMilliseconds(1)),
                settings.Whole("node.unrecorded-limit", 1),
                settings.Bytes("node.column-cache")),
            new CheckpointSettings(
                settings.Time("checkpoint.linger", TimeSpan.FromMilliseconds(1)),
                restartAfter,
                settings.Time("checkpoint.restart-after-at-most", restartAfter)));
    }
}
