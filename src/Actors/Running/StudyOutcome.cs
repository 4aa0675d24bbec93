using Backtest.Engine.Simulation;

namespace Backtest.Actors.Running;

/// <summary>How a run ended. Planned = found + done + failed + dropped + missing.</summary>
/// <param name="Planned">Backtests of the plan.</param>
/// <param name="Found">Backtests that were recorded before this run.</param>
/// <param name="FoundFailed">Those among them that had not run to their end; they run again only after a retry.</param>
/// <param name="Done">Backtests recorded by this run that ran to their end.</param>
/// <param name="Failed">Backtests recorded by this run that did not.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Settings">The workers and batch sizes that it ran with.</param>
/// <param name="Message">What went wrong; null where nothing did.</param>
/// <param name="Alarms">Backtests that gave another result than the one recorded before, one line each; empty where all is well.</param>
/// <param name="Profile">Where the time went, longest first; empty unless asked for.</param>
public sealed record StudyOutcome(
    long Planned,
    long Found,
    long FoundFailed,
    long Done,
    long Failed,
    RunEnd End,
    TimeSpan Elapsed,
    Advice.RunAdvice Settings,
    string? Message,
    IReadOnlyList<string> Alarms,
    IReadOnlyList<StageTime> Profile)
{
    /// <summary>Backtests that are not run because a filter dropped their parameter set.</summary>
    public long Dropped { get; init; }

    /// <summary>Backtests not recorded and not dropped.</summary>
    public long Missing => Planned - Found - Done - Failed - Dropped;
}

/// <summary>Why a run ended.</summary>
public enum RunEnd
{
    /// <summary>Every backtest of the plan is recorded, or dropped.</summary>
    Finished,

    /// <summary>A backtest failed, and the run was to stop on the first one that does.</summary>
    StoppedOnError,

    /// <summary>The caller cancelled it; what was finished is recorded.</summary>
    Cancelled,

    /// <summary>It could not go on; the message says why. What was recorded stays.</summary>
    Broken,
}

/// <summary>Time that all workers together spent in one stage of a strategy's backtests.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Total">The cumulative time.</param>
/// <param name="Calls">How often the stage was entered.</param>
public sealed record StageTime(string Strategy, RunStage Stage, TimeSpan Total, long Calls);
