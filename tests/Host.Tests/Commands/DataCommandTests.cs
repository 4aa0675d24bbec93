using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Bars;

namespace Backtest.Host.Tests.Commands;

public sealed class DataCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task EveryFormatIsExplained()
    {
        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("data", "formats"));

        Assert.Equal(BarFile.Formats, _terminal.Output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Contains("--timestamps close", _terminal.Error, StringComparison.Ordinal);
    }
}
