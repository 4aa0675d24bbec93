using Backtest.Actors.Running;
using Backtest.Host.Progress;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Running;

/// <summary>What a command line asks of <c>run</c>.</summary>
/// <param name="Study">The study's file or name.</param>
/// <param name="Store">The store.</param>
/// <param name="Settings">The settings that the command line names; null for the others.</param>
/// <param name="Automatic">The settings that it sets to automatic, whatever the study says.</param>
/// <param name="CommandLine">The command line, to be shown as what goes on with an interrupted run.</param>
internal sealed record RunRequest(
    string Study, StoreDirectory Store, StudyRunOptions Settings, AutomaticSettings Automatic, string CommandLine)
{
    /// <summary>Only the first so many parameter sets; null for all.</summary>
    public long? Limit { get; init; }

    /// <summary>Only the backtest whose key begins so, without recording it; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Whether to plan only.</summary>
    public bool DryRun { get; init; }

    /// <summary>How progress is shown.</summary>
    public ProgressMode Progress { get; init; }

    /// <summary>The ranking at the end; null for none.</summary>
    public ResultQuery? Ranking { get; init; }

    /// <summary>Whether only what went wrong is told.</summary>
    public bool Quiet { get; init; }
}

/// <summary>Settings that a command line sets to <c>auto</c>.</summary>
[Flags]
internal enum AutomaticSettings
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The number of workers.</summary>
    Workers = 1,

    /// <summary>The batch size.</summary>
    BatchSize = 2,

    /// <summary>The checkpoint batch size.</summary>
    CheckpointBatchSize = 4,
}
