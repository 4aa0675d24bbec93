using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class CompletionCommandTests : IDisposable
{
    private const string Bash = "/bin/bash";

    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("bash", "complete -o default -F _backtest backtest")]
    [InlineData("zsh", "compdef _backtest backtest")]
    [InlineData("fish", "complete --command backtest")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName backtest")]
    public async Task AScriptAsksTheProgram(string shell, string registration)
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("completion", shell));

        Assert.Contains(registration, _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownShellIsRefusedWithTheKnownOnes()
    {
        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync("completion", "tcsh"));

        Assert.Contains("'bash'", _terminal.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backtest stra", "strategies")]
    [InlineData("backtest strategies m", "macd|momentum")]
    [InlineData("backtest run s", "stored-study|studies/|study.yaml")]
    [InlineData("backtest run studies/", "studies/deep.yml")]
    [InlineData("backtest run stored", "stored-study")]
    [InlineData("backtest data check --format l", "lean|lean-equity")]
    [InlineData("backtest data check --format=l", "lean|lean-equity")]
    public async Task BashCompletesWordsFilesAndStudies(string line, string expected)
    {
        if (!File.Exists(Bash)) return;
        await PrepareAsync();
        await _terminal.RunAsync("completion", "bash");
        _terminal.Write("completion.sh", _terminal.Output);
        _terminal.Write("test.sh", $$"""
            backtest() { dotnet '{{Built.Program}}' "$@"; }
            source ./completion.sh
            COMP_LINE='{{line}}'; COMP_POINT={{line.Length}}
            COMP_WORDS=({{line.Replace("=", " = ", StringComparison.Ordinal)}}); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _backtest
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        var (code, output, error) = await ChildProcess.RunAsync(_terminal.Folder, Bash, "--norc", "test.sh");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(expected.Split('|'), output.TrimEnd().Split('\n'));
    }

    /// <summary>A folder with two study files, a file of another kind, and a store that knows a third study.</summary>
    private async Task PrepareAsync()
    {
        Directory.CreateDirectory(_terminal["studies"]);
        _terminal.Write("studies/deep.yml", "");
        _terminal.Write("sums.txt", "");
        var study = _terminal.Write("study.yaml", $$"""
            study: stored-study
            data: [{ symbol: SPX, file: {{Path.Combine(Built.Repository, "data", "sp500-2000.csv")}} }]
            strategies: [{ name: buy-and-hold }]
            """);
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--store", _terminal[".backtest"]));
    }
}
