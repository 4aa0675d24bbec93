using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Benchmarks;

/// <summary>The commands of the benchmarks, as a user runs them.</summary>
public sealed class BenchmarkCommandTests : IDisposable
{
    private const string Program = "Backtest.Benchmarks.dll";

    private readonly string _folder = Directory.CreateTempSubdirectory("backtest-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task EveryFigureIsWithinItsToleranceAndWhatDiffersHasAReason()
    {
        var (exitCode, output, error) = await RunAsync(Built.OfSample("Backtest.Benchmarks", Program), "goldens");

        Assert.True(exitCode == 0, output + error);
        Assert.Empty(error);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("| golden", lines[0], StringComparison.Ordinal);
        var rows = lines.Skip(2).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToArray();
        Assert.True(rows.Length > 25, output);
        Assert.All(rows, row => Assert.True(
            row[6] == "none" ? row[7].StartsWith("differs: ", StringComparison.Ordinal) && row[7].Contains(".md", StringComparison.Ordinal)
            : row[7] == "equal" || row[7].Contains("docs/fills.md", StringComparison.Ordinal),
            string.Join(" | ", row)));
    }

    [Fact]
    public async Task AFigureThatIsOffEndsItWithOneAndIsNamed()
    {
        CopyProgram();
        var file = Path.Combine(_folder, "Golden", "sp500-nextopen-fill-long.csv");
        var lines = File.ReadAllLines(file);
        var figures = lines[1].Split(',');
        figures[2] = "0.25";
        lines[1] = string.Join(',', figures);
        File.WriteAllLines(file, lines);

        var (exitCode, output, error) = await RunAsync(Path.Combine(_folder, Program), "goldens");

        Assert.Equal(1, exitCode);
        Assert.Single(output.Split('\n'), line => line.Contains("EXCEEDS ITS TOLERANCE", StringComparison.Ordinal));
        Assert.StartsWith(
            "sp500-nextopen-fill-long.csv, sma-cross, metrics: total_return of 5/20: expected 0.25, got ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArgumentsAreRefused()
    {
        var (exitCode, output, error) = await RunAsync(Built.OfSample("Backtest.Benchmarks", Program), "goldens", "--all");

        Assert.Equal((2, "", "goldens takes no arguments, and was given '--all'"), (exitCode, output, error.TrimEnd()));
    }

    [Fact]
    public async Task TheEnginesAreMeasuredInATable()
    {
        var (exitCode, output, error) = await RunAsync(Built.OfSample("Backtest.Benchmarks", Program), "engines", "--quick");

        Assert.True(exitCode == 0, output + error);
        foreach (var engine in new[] { "signals: sma-cross ", "1 symbol ", "5 symbols ", "50 symbols ", "stop orders", "brackets", "walk-forward" })
            Assert.Contains(engine, output, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string program, params string[] args) =>
        ChildProcess.RunAsync(_folder, "dotnet", [program, .. args]);

    /// <summary>The program's files and the goldens; what it needs for other commands is left.</summary>
    private void CopyProgram()
    {
        var built = Path.GetDirectoryName(Built.OfSample("Backtest.Benchmarks", Program))!;
        foreach (var folder in new[] { "", "Golden" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
            foreach (var file in Directory.GetFiles(Path.Combine(built, folder)))
                File.Copy(file, Path.Combine(_folder, folder, Path.GetFileName(file)));
        }
    }
}
