using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Samples;

/// <summary>The ready study of strategies in source files, and what a change of their text does.</summary>
public sealed class MyStrategyStudyTests : IDisposable
{
    private const int Columns = 4 * 3 * 6 * 3, Bars = 4 * 3 * 3, BuiltIn = 3 * 2;

    private static readonly string Study = Path.Combine(Built.Repository, "studies", "my-strategy.yaml");

    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task ItRunsAsItIs()
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", Study, "--store", _terminal.Store));

        Assert.Contains($"{Columns + Bars + BuiltIn} done, 0 failed", _terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_terminal.Store, "sources")).Length);
    }

    [Fact]
    public async Task AChangeOfOneFileRunsItsStrategyAgainAlone()
    {
        var study = Copy();
        await _terminal.RunAsync("run", study, "--store", _terminal.Store, "--no-ranking");
        File.AppendAllText(_terminal["strategies/BreakoutBracket.cs"], "// thought over\n");

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--store", _terminal.Store, "--no-ranking"));

        Assert.Contains($"{Bars} done, 0 failed, {Columns + BuiltIn} found", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProgramWithNothingButTheRuntimeCompilesIt()
    {
        var run = await ChildProcess.RunAsync(
            _terminal.Folder, "dotnet", Built.Program, "run", Study, "--store", _terminal.Store, "--limit", "3", "--workers", "2");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("3 done, 0 failed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorsInTheFileAreLocatedAndNothingIsRecorded()
    {
        var study = Copy();
        var source = _terminal["strategies/ConnorsRsi.cs"];
        File.WriteAllText(source, File.ReadAllText(source).Replace("market.Rsi(", "market.Rsx(", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("run", study, "--store", _terminal.Store));

        Assert.Matches(@"^.*strategies/ConnorsRsi\.cs:\d+:26: .*'Rsx'.* \(CS1061\)\n$", _terminal.Error);
        Assert.Empty(_terminal.Output);
        Assert.False(File.Exists(Path.Combine(_terminal.Store, "journal.db")));
    }

    [Fact]
    public async Task StaticStateIsWarnedOfBeforeTheRun()
    {
        var study = Copy();
        var source = _terminal["strategies/ConnorsRsi.cs"];
        var text = File.ReadAllText(source);
        File.WriteAllText(source, text.Insert(text.IndexOf("public StrategyD", StringComparison.Ordinal), "private static int _calls;\n    "));

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--store", _terminal.Store, "--quiet", "--limit", "1", "--no-ranking"));

        Assert.Equal(
            "warning: ConnorsRsi._calls is static and not readonly, and all workers share it: make it const, a local variable, or a field of the "
            + "instance that Begin sets\n",
            _terminal.Error);
    }

    /// <summary>The study in the test's folder, with copies of its strategies.</summary>
    private string Copy()
    {
        Directory.CreateDirectory(_terminal["strategies"]);
        foreach (var file in Directory.GetFiles(Path.Combine(Built.Repository, "studies", "strategies"), "*.cs"))
            File.Copy(file, _terminal[$"strategies/{Path.GetFileName(file)}"]);
        var text = File.ReadAllText(Study).Replace("../data/", Path.Combine(Built.Repository, "data") + "/", StringComparison.Ordinal);
        return _terminal.Write("study.yaml", text);
    }
}
