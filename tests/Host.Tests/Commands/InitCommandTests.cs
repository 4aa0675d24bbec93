using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class InitCommandTests : IDisposable
{
    private const string OwnStrategy = "#   - name: pullback";

    private readonly Terminal _terminal = new();

    private string Folder => _terminal["my-study"];

    private string Study => Path.Combine(Folder, "study.yaml");

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task TheFolderRunsAtOnce()
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("init", Folder));
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", Study, "--store", _terminal.Store));

        Assert.Contains("8498 done", _terminal.Error.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunLeavesNothingBehindButTheStore()
    {
        await _terminal.RunAsync("init", Folder);
        var before = Directory.GetFileSystemEntries(Folder);

        var run = await ChildProcess.RunAsync(Folder, "dotnet", Built.Program, "run", "study.yaml");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal([Path.Combine(Folder, ".backtest")], Directory.GetFileSystemEntries(Folder).Except(before));
    }

    [Fact]
    public async Task TheTreeGoesToStandardOutputAndTheNextCommandToStandardError()
    {
        await _terminal.RunAsync("init", Folder);

        var listed = _terminal.Output.TrimEnd().Split('\n');
        Assert.Equal(Folder, listed[0]);
        Assert.Equal(Files(), listed.Skip(1).Select(line => line.Trim().Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Contains($"Next:  cd {Folder} && backtest run study.yaml", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondTimeChangesNothingAndBringsBackWhatIsMissing()
    {
        await _terminal.RunAsync("init", Folder);
        Directory.CreateDirectory(Path.Combine(Folder, ".backtest"));
        Directory.CreateDirectory(Path.Combine(Folder, "strategies", "bin"));
        File.WriteAllText(Path.Combine(Folder, "strategies", "bin", "MyStrategies.dll"), "built");
        File.Delete(Study);

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("init", Folder));

        Assert.True(File.Exists(Study));
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("init", Folder));
        Assert.Contains("everything was there already", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsInTheWayIsNamedAndNothingIsWritten()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        File.WriteAllText(Path.Combine(Folder, "data", "sp500-2000.csv"), "mine");
        File.WriteAllText(Path.Combine(Folder, "notes.txt"), "mine");

        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("init", Folder));

        Assert.StartsWith(
            $"backtest: '{Folder}' is not empty: data/sp500-2000.csv, notes.txt would be in the way", _terminal.Error, StringComparison.Ordinal);
        Assert.Empty(_terminal.Output);
        Assert.Equal(["data/sp500-2000.csv", "notes.txt"], Files());
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Folder, "data", "sp500-2000.csv")));
    }

    [Fact]
    public async Task AFileIsNoFolder()
    {
        _terminal.Write("my-study", "a file");

        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("init", Folder));

        Assert.Equal($"backtest: '{Folder}' is a file: name a folder that is empty or does not exist\n", _terminal.Error);
    }

    [Fact]
    public async Task TheSampleDataKeepTheirLicence()
    {
        await _terminal.RunAsync("init", Folder);

        foreach (var file in new[] { "sp500-2000.csv", "README.md" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(Built.Repository, "data", file)), File.ReadAllBytes(Path.Combine(Folder, "data", file)));
        Assert.Contains("Copyright", File.ReadAllText(Path.Combine(Folder, "data", "README.md")), StringComparison.Ordinal);
    }

    /// <summary>What the README of the folder says, done: build, uncomment, run.</summary>
    [Fact]
    public async Task TheStrategyOfOnesOwnBuildsAndRuns()
    {
        await _terminal.RunAsync("init", Folder);
        var build = await ChildProcess.RunAsync(Folder, "dotnet", "build", "strategies", "-warnaserror");
        Assert.True(build.ExitCode == 0, build.Output + build.Error);
        var text = File.ReadAllText(Study);
        var start = text.IndexOf(OwnStrategy, StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        File.WriteAllText(Study, text[..start] + text[start..end].Replace("# ", "", StringComparison.Ordinal) + text[end..]);

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", Study, "--store", _terminal.Store));

        Assert.Contains("8624 done", _terminal.Error.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var library = Path.Combine(Folder, "strategies", "bin", "MyStrategies.dll");
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("strategies", "pullback", "--assembly", library));
    }

    private IEnumerable<string> Files() => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
