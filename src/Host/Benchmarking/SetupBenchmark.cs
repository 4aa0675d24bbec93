using System.Diagnostics;
using Backtest.Actors.Advice;
using Backtest.Actors.Running;
using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Commands;
using Backtest.Host.Results;
using Backtest.Host.Running;
using Backtest.Host.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Host.Benchmarking;

/// <summary>Runs the beginning of a study sequentially, on some workers and on all cores, each time into a store of its own with everything recorded,
/// and sees to it that the results are the same.</summary>
/// <param name="shell">Told what happens.</param>
/// <param name="study">The study.</param>
/// <param name="reference">The study as the command line named it.</param>
internal sealed class SetupBenchmark(Shell shell, OpenedStudy study, string reference)
{
    private const int MostRepeats = 5, MostRaises = 5, StartRepeats = 3;
    private const double MostGrowth = 20;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Target = TimeSpan.FromSeconds(2);

    private readonly Machine _machine = Machine.Current;
    private Dictionary<Hash128, Hash128>? _hashes;

    /// <summary>Measures.</summary>
    /// <param name="sets">Parameter sets to begin with.</param>
    /// <param name="workers">Workers of the second configuration.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="BenchmarkException">A run did not finish, or two runs gave different results.</exception>
    public async Task<SetupMeasurements> MeasureAsync(long sets, int workers, CancellationToken cancellation)
    {
        var whole = StudyReference.Plan(study);
        var (raised, runsPerSet) = (Math.Min(sets, whole.SetCount), whole.Count / whole.SetCount);
        await RunAsync(Limited(raised), "auto", -1, cancellation).ConfigureAwait(false);
        var trial = await RunAsync(Limited(raised), "none", 0, cancellation).ConfigureAwait(false);
        var (first, took) = (raised, trial.Runtime);
        for (var round = 0; round < MostRaises && trial.Runtime < Enough && raised < whole.SetCount; round++)
        {
            raised = Math.Min((long)Math.Ceiling(raised * Math.Min(Target / trial.Runtime, MostGrowth)), whole.SetCount);
            _hashes = null;
            trial = await RunAsync(Limited(raised), "none", 0, cancellation).ConfigureAwait(false);
        }

        if (raised > first)
        {
            await shell.Error.WriteLineAsync($"{MetricText.Count(first * runsPerSet)} backtests take {PeopleText.Duration(took)}, too little "
                + $"to compare: {MetricText.Count(raised * runsPerSet)} are measured").ConfigureAwait(false);
        }

        _hashes = null;
        var start = await RepeatAsync(Limited(1), "", "none", 0, StartRepeats, cancellation).ConfigureAwait(false);
        _hashes = null;
        var sample = Limited(raised);
        var repeats = Math.Clamp((int)Math.Ceiling(Target / trial.Runtime), 1, MostRepeats);
        List<Measurement> rows = [];
        foreach (var (name, option, count) in Configurations(workers))
            rows.Add(await RepeatAsync(sample, name, option, count, repeats, cancellation).ConfigureAwait(false));
        return new SetupMeasurements(study.Name, reference, _machine, raised * runsPerSet, whole.Count, repeats, start.Runtime, rows);
    }

    private (string Name, string Option, int Workers)[] Configurations(int workers) =>
    [
        ("sequential", "none", 0),
        ($"{workers} workers", PeopleText.Invariant($"{workers}"), workers),
        ($"all {_machine.Cores} cores", "-1", -1),
    ];

    private Study Limited(long sets) => study.Study with { Definition = RunCommand.Limited(study.Study.Definition, sets) };

    private async Task<Measurement> RepeatAsync(
        Study sample, string name, string option, int workers, int repeats, CancellationToken cancellation)
    {
        List<Measurement> all = [];
        for (var i = 0; i < repeats; i++) all.Add(await RunAsync(sample, option, workers, cancellation).ConfigureAwait(false));
        var median = all.OrderBy(row => row.Runtime).ElementAt(repeats / 2);
        return median with { Name = name, PeakResident = all.Max(row => row.PeakResident) };
    }

    private async Task<Measurement> RunAsync(Study sample, string option, int workers, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var folder = Directory.CreateTempSubdirectory("backtest-bench-").FullName;
        try
        {
            GC.Collect();
            var peak = new PeakMemory();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var options = new StudyRunOptions { Store = folder, Workers = workers, ContinueOnError = true, Progress = peak };
            var outcome = await StudyRunner.RunAsync(sample, options, cancellation).ConfigureAwait(false);
            var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
            cancellation.ThrowIfCancellationRequested();
            if (outcome.End != RunEnd.Finished) throw new BenchmarkException($"a run could not go on: {outcome.Message}");
            Compare(folder, option);
            return new Measurement("", option, outcome.Settings.Workers, outcome.Elapsed, processor, peak.Bytes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Compares what was recorded with the first run of this sample.</summary>
    private void Compare(string folder, string option)
    {
        Dictionary<Hash128, Hash128> hashes = [];
        using var journal = JournalReader.Open(new StoreDirectory(folder));
        foreach (var (_, @event) in journal.Read(study.Name, keysOnly: true))
        {
            if (@event is not ResultKeysRecorded keys) continue;
            foreach (var (key, hash, _) in keys.Rows) hashes[key] = hash;
        }

        _hashes ??= hashes;
        var different = hashes.Count(entry => !_hashes.TryGetValue(entry.Key, out var hash) || hash != entry.Value);
        if (different > 0 || hashes.Count != _hashes.Count)
        {
            throw new BenchmarkException($"{MetricText.Count(different)} results differ between two runs (the later with --workers {option}): "
                + "a strategy is not deterministic");
        }
    }

    private sealed class PeakMemory : IProgress<StudyProgress>
    {
        public long Bytes { get; private set; }

        public void Report(StudyProgress value) => Bytes = Math.Max(Bytes, value.Memory.Resident);
    }
}

/// <summary>A benchmark came to nothing.</summary>
/// <param name="message">Why; one line.</param>
internal sealed class BenchmarkException(string message) : Exception(message);
