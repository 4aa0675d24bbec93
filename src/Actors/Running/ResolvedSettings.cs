using Backtest.Actors.Advice;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Running;

/// <summary>Finds the settings of a run: what the caller says, else what the study says, else what the advisor says.</summary>
/// <param name="Advice">Workers (1 for the caller's thread) and batch sizes.</param>
/// <param name="ExactBatch">Whether the batch size was chosen by the user.</param>
/// <param name="ExactCheckpointBatch">Whether the checkpoint batch size was.</param>
/// <param name="ContinueOnError">Whether a failure costs its own result only.</param>
/// <param name="Timeout">How long one backtest may take.</param>
public sealed record ResolvedSettings(
    RunAdvice Advice, bool ExactBatch, bool ExactCheckpointBatch, bool ContinueOnError, TimeSpan Timeout)
{
    /// <summary>How long one backtest may take where nobody says otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The settings of a run.</summary>
    /// <param name="options">What the caller says.</param>
    /// <param name="study">What the study says.</param>
    /// <param name="backtests">Backtests of the plan.</param>
    /// <param name="machine">The machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range; the message names it.</exception>
    public static ResolvedSettings Of(StudyRunOptions options, RunSettings study, long backtests, Machine machine)
    {
        var workers = options.Workers ?? study.Workers;
        if (workers < -1)
            throw new ArgumentOutOfRangeException(nameof(options), workers, "workers are 0 (none), a number from 1 on, or -1 for all cores");
        var (batch, checkpoint) = (options.BatchSize ?? study.BatchSize, options.CheckpointBatchSize ?? study.CheckpointBatchSize);
        if (batch < 1) throw new ArgumentOutOfRangeException(nameof(options), batch, "the batch size is 1 or more");
        if (checkpoint < 1) throw new ArgumentOutOfRangeException(nameof(options), checkpoint, "the checkpoint batch size is 1 or more");
        var timeout = options.Timeout ?? study.Timeout ?? DefaultTimeout;
        if (timeout <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(options), timeout, "the timeout is more than zero");

        var advice = workers switch
        {
            null => RunAdvisor.Advise(machine, backtests),
            -1 => RunAdvisor.ForWorkers(machine.Cores),
            { } count => RunAdvisor.ForWorkers(Math.Max(1, count)),
        };
        return new ResolvedSettings(
            advice with
            {
                BatchSize = batch ?? advice.BatchSize,
                CheckpointBatchSize = checkpoint ?? advice.CheckpointBatchSize,
            },
            batch is not null,
            checkpoint is not null,
            options.ContinueOnError ?? study.ContinueOnError,
            timeout);
    }
}
