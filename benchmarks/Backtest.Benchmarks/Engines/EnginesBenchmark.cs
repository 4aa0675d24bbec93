using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Backtest.Benchmarks.Reports;

namespace Backtest.Benchmarks.Engines;

/// <summary>Measures every engine on one thread, by turns in each round, so that ratios hold when the machine's speed drifts.</summary>
internal static class EnginesBenchmark
{
    private const int WarmUpRounds = 2;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    private static readonly string[] Headers =
        ["engine", ">million bars/s", ">lowest", ">highest", ">backtests/s", ">of signals", ">trades"];

    /// <summary><c>engines [--json FILE] [--note TEXT] [--quick]</c>: quick takes few short rounds, to see that everything works.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var quick = args.Contains("--quick");
        var file = Option(args, "--json") is { } path ? Path.GetFullPath(path) : null;
        var folder = Directory.CreateTempSubdirectory("backtest-bench-").FullName;
        try
        {
            var rows = await MeasureAsync(new WalkForwardStudy(folder, quick), quick ? 3 : 15, TimeSpan.FromSeconds(quick ? 0.02 : 0.2))
                .ConfigureAwait(false);
            MarkdownTable.Write(Console.Out, Headers, rows.Select(Texts));
            if (file is null) return 0;
            var figures = new EngineFigures(rows, quick ? 3 : 15, EngineCases.SymbolBars, 1, Machine.Name, Option(args, "--note"));
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, Json) + "\n").ConfigureAwait(false);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<EngineRow[]> MeasureAsync(WalkForwardStudy study, int rounds, TimeSpan least)
    {
        var cases = EngineCases.All();
        int?[] trades = [.. cases.Select(known => (int?)known.Run().Trades), null];
        string[] names = [.. cases.Select(known => known.Name), "walk-forward: a study through the pipeline"];
        double[] bars = [.. cases.Select(_ => (double)EngineCases.SymbolBars), (double)study.SymbolBars / study.Backtests];
        List<double[]> measured = [];
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            double[] alone = [.. cases.Select(known => BacktestsPerS(known, least))];
            var walked = await study.RunAsync().ConfigureAwait(false);
            if (round < 0) continue;
            measured.Add([.. alone, study.Backtests / walked.TotalSeconds]);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1} of {rounds}"));
        }

        return
        [
            .. names.Select((name, at) => new EngineRow(
                name,
                Math.Round(Sample.Median(measured.Select(round => round[at] * bars[at]))),
                Math.Round(measured.Min(round => round[at] * bars[at])),
                Math.Round(measured.Max(round => round[at] * bars[at])),
                Math.Round(Sample.Median(measured.Select(round => round[at])), 1),
                Math.Round(Sample.Median(measured.Select(round => round[at] * bars[at] / (round[0] * bars[0]))), 4),
                trades[at])),
        ];
    }

    private static double BacktestsPerS(EngineCase known, TimeSpan least)
    {
        var began = Stopwatch.GetTimestamp();
        for (var runs = 1; ; runs++)
        {
            known.Run();
            var elapsed = Stopwatch.GetElapsedTime(began);
            if (elapsed >= least) return runs / elapsed.TotalSeconds;
        }
    }

    private static string[] Texts(EngineRow row) =>
    [
        row.Name,
        Millions(row.SymbolBarsPerS),
        Millions(row.Lowest),
        Millions(row.Highest),
        row.BacktestsPerS.ToString("N0", CultureInfo.InvariantCulture),
        row.RatioToSignals.ToString("0.00", CultureInfo.InvariantCulture),
        row.Trades?.ToString(CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Millions(double bars) => (bars / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
