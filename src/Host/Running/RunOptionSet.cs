using System.CommandLine;
using Backtest.Actors.Advice;
using Backtest.Actors.Running;
using Backtest.Host.CommandLine;
using Backtest.Host.Progress;
using Backtest.Host.Results;
using Backtest.Storage.Results;
using Backtest.Storage.Store;

namespace Backtest.Host.Running;

/// <summary>The options of <c>run</c>.</summary>
internal sealed class RunOptionSet
{
    private readonly Argument<string> _study = SharedOptions.Study();
    private readonly Option<string> _store = SharedOptions.Store();
    private readonly Option<Setting?> _workers = NumberOption.Workers();
    private readonly Option<long?> _most = NumberOption.FromOne(
        "--max-workers", "No more workers than this, whoever chose their number.", NumberOption.MostWorkers);

    private readonly Option<Setting?> _batch = NumberOption.Batch("--batch-size", "Backtests handed to a worker together.");
    private readonly Option<Setting?> _checkpoint = NumberOption.Batch(
        "--checkpoint-batch-size", "Results recorded together; a kill loses less than one such batch.");

    private readonly Option<string?> _preset = new("--preset")
    {
        Description = "fast (all cores), recommended (all but one, batch 100, checkpoint batch 50), conservative (half the cores), "
            + "complete (2 GB a worker, at most 8).",
        HelpName = string.Join('|', RunAdvisor.Presets),
    };

    private readonly Option<bool> _continue = new("--continue-on-error")
    {
        Description = "A failing backtest costs its own result only (the default).",
    };

    private readonly Option<bool> _stop = new("--stop-on-error") { Description = "The first failing backtest stops the run." };
    private readonly Option<TimeSpan?> _timeout = NumberOption.Time("--timeout", "How long one backtest may take before it is given up.");
    private readonly Option<string?> _isolation = new("--isolation")
    {
        Description = "none: workers are threads of this process.",
        HelpName = "none|process",
    };

    private readonly Option<long?> _limit = NumberOption.FromOne("--limit", "Only the first N parameter sets.");
    private readonly Option<string?> _only = new("--only")
    {
        Description = "Only the backtest whose key begins so, in the program's own thread, where a debugger stops; nothing is recorded.",
        HelpName = "KEY",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Plan only: counts, settings, memory and time; nothing is recorded." };
    private readonly Option<string> _progress = new("--progress")
    {
        Description = "auto (a bar on a terminal, else plain lines), bar, plain, or none.",
        DefaultValueFactory = _ => "auto",
        HelpName = "auto|bar|plain|none",
    };

    private readonly Option<bool> _profile = new("--profile") { Description = "Afterwards, the ten stages that took most of the time." };
    private readonly Option<string?> _sort = new("--sort")
    {
        Description = $"The column that the ranking is by; {Ranking.DefaultSort} by default.",
        HelpName = "COLUMN",
    };

    private readonly Option<long?> _top = NumberOption.FromOne("--top", $"Rows of the ranking; {Ranking.DefaultTop} by default.", int.MaxValue);
    private readonly Option<bool> _noRanking = new("--no-ranking") { Description = "No ranking at the end." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress and no summary: only the ranking and what went wrong." };

    /// <summary>Adds all of them to the command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_study);
        Option[] options =
        [
            _store, _workers, _most, _batch, _checkpoint, _preset, _continue, _stop, _timeout, _isolation, _limit, _only, _dryRun, _progress,
            _profile, _sort, _top, _noRanking, _quiet,
        ];
        foreach (var option in options) command.Add(option);
    }

    /// <summary>What a command line asks for.</summary>
    /// <exception cref="UsageException">Options are unknown here, or contradict each other.</exception>
    public RunRequest Read(ParseResult parsed)
    {
        RefuseContradictions(parsed);
        var (study, store) = (parsed.GetRequiredValue(_study), new StoreDirectory(parsed.GetRequiredValue(_store)));
        return new RunRequest(study, store, Settings(parsed, store), Automatic(parsed), WholeCommandLine(parsed))
        {
            Limit = parsed.GetValue(_limit),
            Only = parsed.GetValue(_only),
            DryRun = parsed.GetValue(_dryRun),
            Progress = ProgressModes.Parse(parsed.GetRequiredValue(_progress)),
            Ranking = parsed.GetValue(_noRanking)
                ? null
                : new ResultQuery(parsed.GetValue(_sort) ?? Ranking.DefaultSort, Top: (int)(parsed.GetValue(_top) ?? Ranking.DefaultTop)),
            Quiet = parsed.GetValue(_quiet),
        };
    }

    private StudyRunOptions Settings(ParseResult parsed, StoreDirectory store) => new()
    {
        Store = store.Path,
        Workers = parsed.GetValue(_workers)?.Number,
        MaximumWorkers = (int?)parsed.GetValue(_most),
        BatchSize = parsed.GetValue(_batch)?.Number,
        CheckpointBatchSize = parsed.GetValue(_checkpoint)?.Number,
        Preset = parsed.GetValue(_preset) is { } name ? PresetOf(name) : null,
        ContinueOnError = parsed.GetValue(_stop) ? false : parsed.GetValue(_continue) ? true : null,
        Timeout = parsed.GetValue(_timeout),
        Profile = parsed.GetValue(_profile),
    };

    private AutomaticSettings Automatic(ParseResult parsed) =>
        (IsAuto(parsed, _workers) ? AutomaticSettings.Workers : 0)
        | (IsAuto(parsed, _batch) ? AutomaticSettings.BatchSize : 0)
        | (IsAuto(parsed, _checkpoint) ? AutomaticSettings.CheckpointBatchSize : 0);

    private void RefuseContradictions(ParseResult parsed)
    {
        if (parsed.GetValue(_continue) && parsed.GetValue(_stop))
            throw new UsageException("--continue-on-error and --stop-on-error contradict each other: use one");
        if (parsed.GetValue(_preset) is not null && IsAuto(parsed, _workers))
            throw new UsageException("--preset chooses the workers and --workers auto leaves them to the advisor: use one");
        if (parsed.GetValue(_noRanking) && (parsed.GetValue(_sort) is not null || parsed.GetValue(_top) is not null))
            throw new UsageException("--sort and --top order the ranking that --no-ranking leaves away: use one");
        if (parsed.GetValue(_only) is not null && parsed.GetValue(_dryRun))
            throw new UsageException("--only runs one backtest and --dry-run runs none: use one");
        switch (parsed.GetValue(_isolation))
        {
            case null or "none":
                return;
            case "process":
                throw new UsageException("--isolation process is not in this version: workers are threads of this process, --isolation none");
            case var other:
                throw new UsageException($"--isolation '{other}' has to be none");
        }
    }

    private static bool IsAuto(ParseResult parsed, Option<Setting?> option) => parsed.GetValue(option) is { Number: null };

    private static RunAdvice PresetOf(string name) => RunAdvisor.Preset(name, Machine.Current)
        ?? throw new UsageException($"there is no preset '{name}': there are {string.Join(", ", RunAdvisor.Presets)}");

    private static string WholeCommandLine(ParseResult parsed) =>
        "backtest " + string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)));

    private static string Quoted(string word) => word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || "-_./:=,+@%".Contains(letter))
        ? word
        : $"'{word.Replace("'", "'\\''")}'";
}
