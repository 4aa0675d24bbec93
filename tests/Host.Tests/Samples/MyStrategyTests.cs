using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Samples;

public sealed class MyStrategyTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task TheStudyRunsTheStrategyAndTheBuiltInOne()
    {
        var study = Built.StudyOfSample("MyStrategy", "my-strategy.yaml", _terminal.Folder);

        Assert.Equal(ExitCodes.Done, await _terminal.RunAsync("run", study, "--store", _terminal.Store));

        // 26 periods x 15 widths, and the exits of 10, 20 and 50 bars that are not longer than their entry.
        Assert.Contains($"{26 * 15 + 10 + 9 + 6} done", _terminal.Error, StringComparison.Ordinal);
    }
}
