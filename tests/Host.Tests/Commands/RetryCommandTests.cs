using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class RetryCommandTests
{
    [Fact]
    public async Task FailuresAreGivenBackOnceAndSaidHowToRun()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("retry"));
        Assert.Equal($"4 failed backtests of crosses will run again: 'backtest run {studies.Study}' runs them\n", studies.Terminal.Error);

        await studies.CommandAsync("status");
        Assert.Contains("missing         4", studies.Terminal.Output, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("retry"));
        Assert.Equal("crosses has no failed backtests\n", studies.Terminal.Error);

        await studies.RunAsync();
        await studies.CommandAsync("status");
        Assert.Contains("  failed        4", studies.Terminal.Output, StringComparison.Ordinal);
    }
}
