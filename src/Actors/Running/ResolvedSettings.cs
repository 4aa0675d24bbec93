using Backtest.Actors.Advice;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Running;

/// <summary>Finds the settings of a run: what the caller says, else the preset, else what the study says, else what the advisor says.</summary>
/// <param name="Advice">Workers and batch sizes.</param>
/// <param name="ExactBatch">Whether the batch size was chosen by the user.</param>
/// <param name="ExactCheckpointBatch">Whether the checkpoint batch size was.</param>
/// <param name="ContinueOnError">Whether a failure costs its own result only.</param>
/// <param name="Timeout">How long one backtest may take.</param>
public sealed record ResolvedSettings(
    RunAdvice Advice, bool ExactBatch, bool ExactCheckpointBatch, bool ContinueOnError, TimeSpan Timeout)
{
    /// <summary>How long one backtest may take where nobody says otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Whether the backtests run in the caller's thread: no worker, or one, was asked for. One that was chosen automatically has a
    /// thread of its own, so that a backtest that never ends can be given up.</summary>
    public bool InCallersThread { get; init; }

    /// <summary>Whether the number of workers is left to the advisor.</summary>
    public static bool IsAutomatic(StudyRunOptions options, RunSettings study) =>
        (options.Workers ?? options.Preset?.Workers ?? study.Workers) is null;

    /// <summary>The settings of a run.</summary>
    /// <param name="options">What the caller says.</param>
    /// <param name="study">What the study says.</param>
    /// <param name="backtests">Backtests to run.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="workload">What a trial of the backtests measured; null where there was none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range; the message names it.</exception>
    public static ResolvedSettings Of(StudyRunOptions options, RunSettings study, long backtests, Machine machine, Workload? workload = null)
    {
        var asked = options.Workers ?? (options.Preset is null ? study.Workers : null);
        var workers = asked ?? options.Preset?.Workers;
        if (workers < -1)
            throw new ArgumentOutOfRangeException(nameof(options), workers, "workers are 0 (none), a number from 1 on, or -1 for all cores");
        if (options.MaximumWorkers < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaximumWorkers, "the most workers are 1 or more");
        var (preset, own) = (options.Preset, options.Preset is null ? study : new RunSettings());
        var (batch, checkpoint) = (options.BatchSize ?? own.BatchSize, options.CheckpointBatchSize ?? own.CheckpointBatchSize);
        if (batch < 1) throw new ArgumentOutOfRangeException(nameof(options), batch, "the batch size is 1 or more");
        if (checkpoint < 1) throw new ArgumentOutOfRangeException(nameof(options), checkpoint, "the checkpoint batch size is 1 or more");
        var timeout = options.Timeout ?? study.Timeout ?? DefaultTimeout;
        if (timeout <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(options), timeout, "the timeout is more than zero");

        var advice = workers switch
        {
            null => RunAdvisor.Advise(machine, backtests, workload),
            -1 => RunAdvisor.ForWorkers(machine.Cores),
            { } count => RunAdvisor.ForWorkers(Math.Max(1, count)),
        };
        if (advice.Workers > options.MaximumWorkers) advice = RunAdvisor.ForWorkers(options.MaximumWorkers.Value);
        return new ResolvedSettings(
            advice with
            {
                BatchSize = batch ?? preset?.BatchSize ?? advice.BatchSize,
                CheckpointBatchSize = checkpoint ?? preset?.CheckpointBatchSize ?? advice.CheckpointBatchSize,
            },
            batch is not null,
            checkpoint is not null,
            options.ContinueOnError ?? study.ContinueOnError,
            timeout)
        {
            InCallersThread = asked is 0 or 1,
        };
    }
}
