using System.CommandLine;
using Backtest.Host.Benchmarking;
using Backtest.Host.CommandLine;
using Backtest.Host.Running;
using Backtest.Host.Studies;
using Backtest.Storage.Store;

namespace Backtest.Host.Commands;

/// <summary><c>backtest bench</c>: how fast a study is on this machine, and whether workers pay.</summary>
internal static class BenchCommand
{
    private const int DefaultSample = 100, DefaultWorkers = 4;

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var (study, store) = (SharedOptions.Study(), SharedOptions.Store());
        var sample = NumberOption.FromOne(
            "--sample", $"The first N parameter sets, {DefaultSample} by default; more where they take too little time.");
        var workers = NumberOption.FromOne(
            "--workers", $"Workers of the second configuration; {DefaultWorkers} by default.", NumberOption.MostWorkers);
        var json = new Option<string?>("--json") { Description = "Also writes the figures into a file, as JSON.", HelpName = "FILE" };
        var command = new Command("bench", "Benchmark your setup: the beginning of a study, sequential and parallel.")
        {
            study, store, sample, workers, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            shell,
            parsed.GetRequiredValue(study),
            new StoreDirectory(parsed.GetRequiredValue(store)),
            parsed.GetValue(sample) ?? DefaultSample,
            (int)(parsed.GetValue(workers) ?? DefaultWorkers),
            parsed.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell, string reference, StoreDirectory store, long sample, int workers, string? json, CancellationToken cancellation)
    {
        using var interruption = new Interruption(cancellation, Environment.Exit);
        if (json is not null && Path.GetDirectoryName(Path.GetFullPath(json)) is { } folder && !Directory.Exists(folder))
            throw new UsageException($"--json {json}: there is no folder {folder}");
        var study = StudyReference.Open(reference, store, writeNothing: true);
        try
        {
            var measured = await new SetupBenchmark(shell, study, reference).MeasureAsync(sample, workers, interruption.Token).ConfigureAwait(false);
            new BenchmarkText(measured).Write(shell);
            if (json is not null) await File.WriteAllTextAsync(json, BenchmarkJson.Of(measured), CancellationToken.None).ConfigureAwait(false);
            return ExitCodes.Done;
        }
        catch (BenchmarkException broken)
        {
            await shell.Error.WriteLineAsync($"backtest: {broken.Message}").ConfigureAwait(false);
            return ExitCodes.Broken;
        }
    }
}
