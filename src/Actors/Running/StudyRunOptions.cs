using Backtest.Actors.Advice;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Running;

/// <summary>How a study is run. What is null is taken from the study's own settings, and from the advisor where those say nothing.</summary>
public sealed record StudyRunOptions
{
    /// <summary>The directory that holds the journal; made where it does not exist. Default: <c>.backtest</c> in the current directory.</summary>
    public string Store { get; init; } = ".backtest";

    /// <summary>Workers: 0 or 1 runs in the caller's thread, -1 uses all cores.</summary>
    public int? Workers { get; init; }

    /// <summary>No more workers than this, whoever chose their number; 1 or more.</summary>
    public int? MaximumWorkers { get; init; }

    /// <summary>Numbers that go before the study's own and the advisor's, and behind those above; batches may grow.
    /// Null for none.</summary>
    public RunAdvice? Preset { get; init; }

    /// <summary>Backtests handed out together; 1 or more.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Results recorded together; 1 or more.</summary>
    public int? CheckpointBatchSize { get; init; }

    /// <summary>Whether a failing backtest costs its own result only (true), or stops the run (false).</summary>
    public bool? ContinueOnError { get; init; }

    /// <summary>How long one backtest may take before it is recorded as timed out; more than zero. In the caller's thread nothing can be given up:
    /// there a backtest takes as long as it takes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Told of the progress a few times a second and once at the end.</summary>
    public IProgress<StudyProgress>? Progress { get; init; }

    /// <summary>Called in place of each backtest with the function that runs it: the custom worker function.</summary>
    public BacktestHook? Hook { get; init; }

    /// <summary>Told of warnings and errors of the run, one line each; called by several threads. Null for nobody.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Whether to measure where the time goes; the outcome then has a profile.</summary>
    public bool Profile { get; init; }

    /// <summary>The study file's text and path, kept in the journal so that the study can be named later; null for a study made in code.</summary>
    public StudySource? Source { get; init; }
}

/// <summary>Where a study came from.</summary>
/// <param name="Text">The study file's text.</param>
/// <param name="Path">Its full path.</param>
public sealed record StudySource(string Text, string Path);

/// <summary>Wraps one backtest: may call <paramref name="run"/>, look at its result, or put another in its place. Called by several workers at a
/// time.</summary>
/// <param name="backtest">The backtest; its parameters are not to be kept.</param>
/// <param name="run">Runs it.</param>
public delegate BacktestResult BacktestHook(PlannedBacktest backtest, Func<BacktestResult> run);
