using Backtest.Actors.Advice;
using Backtest.Actors.Hosting;
using Backtest.Actors.Nodes;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Actors.Running;

/// <summary>A run that is planned and not yet started: what is recorded, what is missing, and the settings that it will run with.</summary>
public sealed class PreparedRun
{
    private readonly StudyRunOptions _options;
    private readonly StoreDirectory _store;
    private readonly StudyHistory? _history;
    private readonly TimeProvider _clock = TimeProvider.System;
    private Workload? _workload;

    internal PreparedRun(Plan plan, StudyRunOptions options, StoreDirectory store)
    {
        (Plan, _options, _store, Machine) = (plan, options, store, Machine.Current);
        var asked = plan.Study.Definition.Run;
        ResolvedSettings.Of(options, asked, plan.Count, Machine);
        (Coverage, var history) = StudyCoverage.Read(store, plan);
        IsStaged = StageSurvey.IsNeeded(plan) || SearchState.IsNeeded(plan.Study);
        Plan = history.Table.Plan;
        // Where something is missing the results are read again at the end: a run does not hold a million rows meanwhile.
        if (Coverage.Missing == 0 || IsStaged) _history = history;
        if (IsAutomatic && RunAdvisor.DependsOnWorkload(Machine, Coverage.Missing)) Calibrate();
        Settings = ResolvedSettings.Of(options, asked, Coverage.Missing, Machine, _workload);
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The machine, as it was when the settings were chosen.</summary>
    public Machine Machine { get; }

    /// <summary>What of the plan is recorded.</summary>
    public StudyCoverage Coverage { get; }

    /// <summary>The results where nothing is missing; null where something is.</summary>
    public ResultTable? Results => Coverage.Missing == 0 && Coverage.Found > 0 ? _history?.Table : null;

    /// <summary>Whether what is run next depends on what is recorded.</summary>
    public bool IsStaged { get; }

    /// <summary>The settings of the run.</summary>
    public ResolvedSettings Settings { get; }

    /// <summary>Whether somebody asked for a timeout, rather than leave it at its default.</summary>
    public bool TimeoutAsked => (_options.Timeout ?? Plan.Study.Definition.Run.Timeout) is not null;

    /// <summary>Whether the advisor chose the number of workers.</summary>
    public bool IsAutomatic => ResolvedSettings.IsAutomatic(_options, Plan.Study.Definition.Run);

    /// <summary>Tries a few backtests, for about a tenth of a second, where that was not done to choose the settings. Nothing is recorded.</summary>
    /// <returns>What one takes; null where none ended within a second.</returns>
    public Workload? Calibrate() => _workload ??= Calibration.Measure(Plan, Coverage.MissingRanges, _clock);

    /// <summary>Runs what is missing, in an actor system of its own; as <see cref="StudyRunner.RunAsync"/>. Where nothing is missing,
    /// nothing is started.</summary>
    /// <param name="cancellation">Stops handing out work; what is finished is recorded before the task ends.</param>
    /// <exception cref="StoreException">The store cannot be written, or another process writes to it.</exception>
    public async Task<StudyOutcome> RunAsync(CancellationToken cancellation = default)
    {
        if (IsNothingToDo) return Nothing();
        await using var own = OwnSystem.Start(_store, _options.Log);
        return await ExecuteAsync(own.System, cancellation).ConfigureAwait(false);
    }

    internal Task<StudyOutcome> ExecuteAsync(Akka.Actor.ActorSystem system, CancellationToken cancellation)
    {
        var profile = _options.Profile ? new RunProfile(Plan.Study) : null;
        return IsStaged
            ? new StagedRun(_store, _history!, Coverage, _options, Settings, profile).ExecuteAsync(system, cancellation)
            : new StudyRun(new PlanStage(Plan), _options, Settings, profile).ExecuteAsync(system, cancellation);
    }

    /// <summary>Nothing is missing, and the study is recorded as it is now.</summary>
    private bool IsNothingToDo => Coverage.Missing == 0 && Coverage.IsOf(StudyRun.Recorded(Plan, _options.Source, _clock));

    private StudyOutcome Nothing() => new(
        Coverage.Planned, Coverage.Found, Coverage.FoundFailed, 0, 0, RunEnd.Finished, TimeSpan.Zero, Settings.Advice, null, [], [])
    {
        Dropped = Coverage.Dropped,
    };
}
