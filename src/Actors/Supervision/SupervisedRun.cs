using Backtest.Actors.Advice;
using Backtest.Actors.Nodes;
using Backtest.Actors.Running;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Supervision;

/// <summary>What a supervisor is told about its run.</summary>
/// <param name="Stage">The backtests to run.</param>
/// <param name="Study">The study as the journal keeps it.</param>
/// <param name="Advice">Workers and batch sizes.</param>
/// <param name="Sizing">How ranges are sized.</param>
/// <param name="ExactCheckpointBatch">Whether the user chose the checkpoint batch size.</param>
/// <param name="ContinueOnError">Whether a failure costs its own result only.</param>
/// <param name="Progress">Who is told of the progress; null for nobody.</param>
/// <param name="Profile">Where the workers sum their stage times; null where nobody measures.</param>
internal sealed record SupervisedRun(
    PlanStage Stage,
    StudyRecorded Study,
    RunAdvice Advice,
    RangeSizing Sizing,
    bool ExactCheckpointBatch,
    bool ContinueOnError,
    IProgress<StudyProgress>? Progress,
    RunProfile? Profile);
