namespace Backtest.Actors.Running;

/// <summary>How far a run is. Done and failed count what is recorded: it survives whatever happens next.</summary>
/// <param name="Planned">Backtests of the plan.</param>
/// <param name="Found">Backtests that were recorded before this run.</param>
/// <param name="Done">Backtests recorded by this run that ran to their end.</param>
/// <param name="Failed">Backtests recorded by this run that did not.</param>
/// <param name="Elapsed">Time since the run began.</param>
/// <param name="PerSecond">Recorded backtests a second, over the last few seconds.</param>
/// <param name="Remaining">Estimated time left; null while unknown.</param>
/// <param name="Memory">The machine's and the process's memory.</param>
/// <param name="Workers">What each worker does.</param>
public sealed record StudyProgress(
    long Planned,
    long Found,
    long Done,
    long Failed,
    TimeSpan Elapsed,
    double PerSecond,
    TimeSpan? Remaining,
    MemoryUse Memory,
    IReadOnlyList<WorkerProgress> Workers)
{
    /// <summary>Backtests that are not run because a filter dropped their parameter set, as far as that is decided.</summary>
    public long Dropped { get; init; }

    /// <summary>Backtests not yet recorded, and not dropped.</summary>
    public long Missing => Planned - Found - Done - Failed - Dropped;
}

/// <summary>What a worker does.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Completed">Backtests that it has run in this run.</param>
/// <param name="Running">Index of the backtest that it is running; -1 while idle.</param>
public sealed record WorkerProgress(string Name, long Completed, long Running);

/// <summary>Memory in bytes.</summary>
/// <param name="Total">The machine's, or its limit.</param>
/// <param name="Available">What is still to be had.</param>
/// <param name="Resident">What this process holds.</param>
public sealed record MemoryUse(long Total, long Available, long Resident)
{
    /// <summary>The used share of the machine's memory, in percent.</summary>
    public double UsedPercent => Total > 0 ? 100.0 * (Total - Available) / Total : 0;

    /// <summary>Available memory in units of 1024^3 bytes.</summary>
    public double AvailableGiB => Available / (double)(1L << 30);
}
