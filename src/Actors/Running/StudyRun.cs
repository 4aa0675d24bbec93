using Akka.Actor;
using Backtest.Actors.Hosting;
using Backtest.Actors.Nodes;
using Backtest.Actors.Supervision;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;
using static Backtest.Actors.Nodes.WorkerProtocol;

namespace Backtest.Actors.Running;

/// <summary>One run of a stage of a study in an actor system: a supervisor with its checkpoint, and one node. The composition that the
/// program, the library and the tests share.</summary>
internal sealed class StudyRun
{
    private const string LocalNode = "local";
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);

    private static int _nodes;

    private readonly PlanStage _stage;
    private readonly StudyRunOptions _options;
    private readonly ResolvedSettings _settings;
    private readonly RunProfile? _profile;
    private readonly ColumnCache? _columns;
    private readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>A run; nothing is started yet.</summary>
    public StudyRun(PlanStage stage, StudyRunOptions options, ResolvedSettings settings, RunProfile? profile, ColumnCache? columns = null) =>
        (_stage, _options, _settings, _profile, _columns) = (stage, options, settings, profile, columns);

    private Plan Plan => _stage.Plan;

    /// <summary>A study as the journal keeps it.</summary>
    public static StudyRecorded Recorded(Plan plan, StudySource? source, TimeProvider clock) => new(
        plan.Study.Definition.Name,
        source?.Text ?? "",
        source?.Path ?? "",
        [.. plan.Study.Series.Select(series => series.ContentHash)],
        plan.Planned,
        clock.GetUtcNow().UtcTicks);

    /// <summary>Runs it.</summary>
    public async Task<StudyOutcome> ExecuteAsync(ActorSystem system, CancellationToken cancellation)
    {
        var outcome = new TaskCompletionSource<StudyOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var settings = BacktestSettings.Create(system.Settings.Config);
        var supervisor = Start(system, SupervisorActor.Props(Supervised(settings), settings, _clock, outcome));
        var gone = supervisor.WatchAsync(CancellationToken.None);
        _ = gone.ContinueWith(_ => outcome.TrySetResult(Dead()), TaskScheduler.Default);
        var here = _settings.InCallersThread;
        var work = new NodeWork(LocalNode, _stage, settings.Node, _clock)
        {
            Columns = _columns ?? new ColumnCache(settings.Node.ColumnCacheBytes),
            Hook = _options.Hook,
            Profile = _profile,
            Timeout = here ? Timeout.InfiniteTimeSpan : _settings.Timeout,
        };
        var caller = here ? new WorkerStatus(work.NextWorkerName()) : null;
        var node = system.ActorOf(NodeActor.Props(supervisor, work, _settings.Advice.Workers, caller), NameOfNode());
        _ = node.WatchAsync(CancellationToken.None).ContinueWith(
            _ => supervisor.Tell(new SupervisorActor.BreakRun("the node broke; see the log")), TaskScheduler.Default);
        await using var cancelled = cancellation.Register(() => supervisor.Tell(SupervisorActor.CancelRun.Instance));
        if (caller is not null) RunHere(work, caller, node, outcome.Task);
        var ended = await outcome.Task.ConfigureAwait(false);
        await StopAsync(node, NameFreeAsync(system, gone)).ConfigureAwait(false);
        return ended;
    }

    /// <summary>Runs the ranges in this thread, until the run is over.</summary>
    private static void RunHere(NodeWork work, WorkerStatus status, IActorRef node, Task over)
    {
        _ = over.ContinueWith(_ => work.Queue.Close(), TaskScheduler.Default);
        var runner = new RangeRunner(work, status);
        foreach (var task in work.Queue.TakeAll())
        {
            try
            {
                runner.Run(task, chunk => node.Tell(new ResultsReady(chunk)));
                node.Tell(new RangeFinished(task));
            }
            catch (Exception defect)
            {
                // As supervision does in a pool: the range goes back, and a fresh runner goes on.
                node.Tell(new WorkerBroke(task, status, defect));
                status.Reset();
                runner = new RangeRunner(work, status);
            }
        }
    }

    private SupervisedRun Supervised(BacktestSettings settings) => new(
        _stage,
        Recorded(Plan, _options.Source, _clock),
        _settings.Advice,
        new RangeSizing(_settings.Advice.BatchSize, _settings.ExactBatch, settings.Supervisor.RangeDuration),
        _settings.ExactCheckpointBatch,
        _settings.ContinueOnError,
        _options.Progress,
        _profile);

    private StudyOutcome Dead() => new(
        _stage.Count, 0, 0, 0, 0, RunEnd.Broken, TimeSpan.Zero, _settings.Advice, "the supervisor could not be started; see the log", [], []);

    private string NameOf(string part) => $"{part}-{Plan.Study.Definition.Name}";

    /// <summary>A name of its own: the node of the run before may still be there, waiting for a worker that hangs.</summary>
    private string NameOfNode() => FormattableString.Invariant($"{NameOf("node")}-{Interlocked.Increment(ref _nodes)}");

    private IActorRef Start(ActorSystem system, Props supervisor)
    {
        try
        {
            return system.ActorOf(supervisor, NameOf("supervisor"));
        }
        catch (InvalidActorNameException taken)
        {
            throw new InvalidOperationException($"study {Plan.Study.Definition.Name} is running already", taken);
        }
    }

    /// <summary>The name is free a moment after the supervisor is gone: its parent hears of it when all others do.</summary>
    private async Task NameFreeAsync(ActorSystem system, Task supervisorGone)
    {
        await supervisorGone.ConfigureAwait(false);
        var guardian = ((ExtendedActorSystem)system).Guardian;
        while (!system.WhenTerminated.IsCompleted && !guardian.GetChild([NameOf("supervisor")]).IsNobody())
            await Task.Delay(1).ConfigureAwait(false);
    }

    /// <summary>Stops the node and waits until the study's name is free; not for ever, since a worker that was given up may never return.</summary>
    private static async Task StopAsync(IActorRef node, Task nameFree)
    {
        try
        {
            await Task.WhenAll(node.GracefulStop(StopPatience), nameFree.WaitAsync(StopPatience)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TaskCanceledException or TimeoutException)
        {
            // A worker's thread is a background thread: it ends with the process.
        }
    }
}
