using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.CommandLine;

public sealed class BacktestProgramTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("rnu")]
    [InlineData("run")]
    [InlineData("run --no-such-option x.yaml")]
    public async Task AWrongCommandLineIsToldInLinesOnStandardError(string line)
    {
        Assert.Equal(ExitCodes.Usage, await _terminal.RunAsync(line.Split(' ')));

        Assert.Empty(_terminal.Output);
        Assert.All(_terminal.Error.TrimEnd().Split('\n'), message => Assert.StartsWith("backtest: ", message, StringComparison.Ordinal));
        Assert.Contains("--help", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelpGoesToStandardOutput()
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("--help"));

        Assert.Contains("run <STUDY>", _terminal.Output, StringComparison.Ordinal);
        Assert.Empty(_terminal.Error);
    }
}
