using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Samples;

public sealed class CompleteExampleTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task ItSaysHowItRunsRunsAndFindsEverythingRecordedTheSecondTime()
    {
        var first = await RunAsync();
        var second = await RunAsync();

        Assert.True(first.ExitCode == 0, first.Output + first.Error);
        string[] starts =
        [
            "OptimizedBacktester: ", "Workers: ", "Checkpoint batch: ", "Batch size: ", "Total strategies: 5000", "Expected time: ",
            "Completed 10000 of 10000 backtests, 0 failed", "Custom worker: ", "Top 10 stages by cumulative time:",
        ];
        foreach (var (start, line) in starts.Zip(first.Output.Split('\n'))) Assert.StartsWith(start, line, StringComparison.Ordinal);
        Assert.Contains("10000/10000 recorded", first.Error, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("Completed 10000 of 10000 backtests", second.Output, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync() =>
        ChildProcess.RunAsync(_terminal.Folder, "dotnet", Built.OfSample("CompleteExample", "CompleteExample.dll"), _terminal.Store);
}
