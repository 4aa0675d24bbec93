using System.CommandLine;
using Backtest.Actors.Running;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;
using Backtest.Host.CommandLine;
using Backtest.Host.Progress;
using Backtest.Host.Results;
using Backtest.Host.Running;
using Backtest.Host.Studies;
using Backtest.Storage.Results;

namespace Backtest.Host.Commands;

/// <summary><c>backtest run</c>: runs what is missing of a study.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var options = new RunOptionSet();
        var command = new Command("run", "Run what is missing of a study, and show its ranking.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(shell, options.Read(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, RunRequest request, CancellationToken cancellation)
    {
        using var interruption = new Interruption(cancellation, Environment.Exit);
        var plan = Plan(request, out var opened);
        interruption.Token.ThrowIfCancellationRequested();
        foreach (var line in StaticStateText.Lines(plan.Study)) await shell.Error.WriteLineAsync(line).ConfigureAwait(false);
        if (request.Only is { } key) return OnlyBacktest.Run(shell, Grown(plan, request), key, interruption.Token);
        // A column that does not exist is told before the run, not after it.
        if (request.Ranking is { } query) QueryAnswer.CheckSort(new ResultColumns(plan.Study), query);
        using var display = ProgressDisplay.Create(request.Quiet ? ProgressMode.None : request.Progress, shell, plan);
        var notes = new RunNotes(display);
        var run = StudyRunner.Prepare(plan, request.Settings with { Source = opened.Source, Progress = display, Log = notes.Add });
        if (request.DryRun)
        {
            DryRun.Write(shell, run);
            return ExitCodes.Done;
        }

        if (run.Coverage.Missing > 0 && !request.Quiet)
        {
            foreach (var line in StartText.Lines(run)) await shell.Error.WriteLineAsync(line).ConfigureAwait(false);
        }

        interruption.Interrupted = () => display.Note("stopping: what is finished is being recorded; Ctrl-C again ends at once");
        interruption.Ending = () => display.Dispose();
        var outcome = await run.RunAsync(interruption.Token).ConfigureAwait(false);
        display.Dispose();
        return End(shell, request, run, outcome);
    }

    private static int End(Shell shell, RunRequest request, PreparedRun run, StudyOutcome outcome)
    {
        var summary = new RunSummary(run, outcome, request);
        foreach (var line in summary.Lines()) shell.Error.WriteLine(line);
        var ranked = request.Ranking is not null && outcome.End == RunEnd.Finished;
        if (ranked || outcome.End == RunEnd.StoppedOnError)
        {
            var table = run.Results ?? ResultTable.Read(run.Plan, request.Store);
            if (ranked) Ranking.Write(shell, table, request.Ranking);
            else if (RunSummary.Stopped(table) is { } failure) shell.Error.WriteLine(failure);
        }

        return summary.ExitCode;
    }

    /// <summary>The plan of the study, with what the command line changes of it.</summary>
    private static Plan Plan(RunRequest request, out OpenedStudy opened)
    {
        opened = StudyReference.Open(request.Study, request.Store, writeNothing: request.DryRun || request.Only is not null);
        var definition = opened.Study.Definition;
        var (run, automatic) = (definition.Run, request.Automatic);
        definition = definition with
        {
            Run = run with
            {
                Workers = automatic.HasFlag(AutomaticSettings.Workers) ? null : run.Workers,
                BatchSize = automatic.HasFlag(AutomaticSettings.BatchSize) ? null : run.BatchSize,
                CheckpointBatchSize = automatic.HasFlag(AutomaticSettings.CheckpointBatchSize) ? null : run.CheckpointBatchSize,
            },
        };
        if (request.Limit is { } limit) definition = Limited(definition, limit);
        opened = opened with { Study = opened.Study with { Definition = definition } };
        return StudyReference.Plan(opened);
    }

    /// <summary>The plan as far as what is recorded decides it.</summary>
    private static Plan Grown(Plan plan, RunRequest request) =>
        SearchState.IsNeeded(plan.Study) && request.Store.Exists ? ResultTable.Read(plan, request.Store).Plan : plan;

    /// <summary>The first sets only: a search with fewer sets begins with the same ones.</summary>
    internal static StudyDefinition Limited(StudyDefinition definition, long limit) => definition.Search is { } search
        ? definition with { Search = search with { Count = Math.Min(search.Count, limit) } }
        : definition with { Limit = Math.Min(definition.Limit ?? long.MaxValue, limit) };
}
