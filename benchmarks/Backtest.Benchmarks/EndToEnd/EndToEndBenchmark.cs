using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Backtest.Actors.Running;
using Backtest.Benchmarks.Reports;
using Backtest.Engine.Studies;

namespace Backtest.Benchmarks.EndToEnd;

/// <summary>Measures what a user gets: the bare loop against the pipeline in this process, and the program as a process. All ratios are taken
/// in one run.</summary>
internal static class EndToEndBenchmark
{
    private const int Rounds = 5;
    private const int Workers = 2;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary><c>end-to-end [--json FILE] [--quick]</c>: quick takes a hundredth of the large study, to see that everything works.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var quick = args.Contains("--quick");
        var at = Array.IndexOf(args, "--json");
        var file = at >= 0 && at + 1 < args.Length ? Path.GetFullPath(args[at + 1]) : null;
        var folder = Directory.CreateTempSubdirectory("backtest-bench-").FullName;
        try
        {
            var figures = await MeasureAsync(folder, quick ? 1_000 : 10_000, 17_520, quick ? 10_000 : 1_000_000, 5_000).ConfigureAwait(false);
            var text = JsonSerializer.Serialize(figures, Json);
            Console.WriteLine(text);
            if (file is not null) await File.WriteAllTextAsync(file, text + "\n").ConfigureAwait(false);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<EndToEndFigures> MeasureAsync(string folder, int backtests, int bars, int largeBacktests, int largeBars)
    {
        // Ten times as many as a user waits for: what is to be seen is the work, not the start of an actor system and a database.
        var compared = CrossStudy.Open(CrossStudy.Write(folder, "compared", "1h", bars, 10 * backtests));
        var (bare, pipeline) = await CompareAsync(folder, compared).ConfigureAwait(false);
        var study = CrossStudy.Write(folder, "hourly", "1h", bars, backtests);
        var alone = BareLoop.Run(new Plan(CrossStudy.Open(study)), 1);

        var store = Path.Combine(folder, "program");
        var start = Sample.Median(Enumerable.Range(0, 3).Select(round =>
            ProgramRun.Of("run", study, "--workers", "2", "--store", $"{store}-{round}").Elapsed.TotalSeconds));

        var large = CrossStudy.Write(folder, "large", "1d", largeBars, largeBacktests);
        var first = ProgramRun.Of("run", large, "--workers", "2", "--store", store);
        var again = Sample.Median(Enumerable.Range(0, 3).Select(_ =>
            ProgramRun.Of("run", large, "--workers", "2", "--store", store).Elapsed.TotalSeconds));
        return new EndToEndFigures(
            Math.Round(10 * backtests / Sample.Median(bare)),
            Math.Round(10 * backtests / Sample.Median(pipeline)),
            Math.Round(Sample.Median(bare.Zip(pipeline, (alone_, through) => 1 - alone_ / through)), 4),
            Math.Round(start, 3),
            Math.Round(first.PeakResidentBytes / (double)(1 << 20), 1),
            Math.Round(again, 3),
            Math.Round(first.Elapsed.TotalSeconds, 3),
            Math.Round(alone.TotalNanoseconds / ((double)backtests * bars), 3),
            backtests,
            bars,
            largeBacktests,
            largeBars,
            Workers,
            Machine.Name);
    }

    /// <summary>Bare loop and pipeline by turns, in seconds; a first round of both is not counted.</summary>
    private static async Task<(double[] Bare, double[] Pipeline)> CompareAsync(string folder, Study study)
    {
        var (bare, pipeline) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var loop = BareLoop.Run(new Plan(study), Workers).TotalSeconds;
            var options = new StudyRunOptions { Store = Path.Combine(folder, $"round-{round}"), Workers = Workers, Progress = new SilentProgress() };
            var began = Stopwatch.GetTimestamp();
            var outcome = await StudyRunner.RunAsync(study, options).ConfigureAwait(false);
            var through = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (outcome.End != RunEnd.Finished || outcome.Done != outcome.Planned) throw new InvalidOperationException($"the run ended as {outcome}");
            if (round == 0) continue;
            bare.Add(loop);
            pipeline.Add(through);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: bare {loop:F3} s, pipeline {through:F3} s"));
        }

        return ([.. bare], [.. pipeline]);
    }
}
