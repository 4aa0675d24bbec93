using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class VerifyCommandTests
{
    [Fact]
    public async Task ASoundStoreIsSaidToBeSound()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.Terminal.RunAsync("verify", "--store", studies.Terminal.Store));

        Assert.Matches("^crosses: [0-9]+ events, 18 results: sound\n$", studies.Terminal.Output);
    }

    [Fact]
    public async Task DamageIsNamedWithItsRepairAndARunRepairsIt()
    {
        using var studies = await new RecordedStudies().RunAsync(checkpointBatch: 5);
        studies.Damage();

        Assert.Equal(ExitCodes.Broken, await studies.CommandAsync("verify"));
        var told = studies.Terminal.Output;
        Assert.Contains("13 results: DAMAGED\n  event 2: its checksum does not match its content, 5 results\n", told, StringComparison.Ordinal);
        Assert.Contains($"  5 backtests are missing: 'backtest run {studies.Study}' computes them again\n", told, StringComparison.Ordinal);

        await studies.RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("verify"));
        Assert.Contains("nothing is missing", studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamageIsFoundAlsoWhereTheDataAreGone()
    {
        using var studies = await new RecordedStudies().RunAsync(checkpointBatch: 5);
        studies.Damage();
        File.Delete(studies.Terminal["bars.csv"]);

        Assert.Equal(ExitCodes.Broken, await studies.Terminal.RunAsync("verify", "crosses", "--store", studies.Terminal.Store));

        Assert.Contains("5 backtests are missing", studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100%", "18 computed again: all equal")]
    [InlineData("10%", "2 computed again: all equal")]
    [InlineData("5", "5 computed again: all equal")]
    [InlineData("5000", "18 computed again: all equal")]
    public async Task ASampleIsComputedAgain(string sample, string expected)
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("verify", "--recompute", sample));

        Assert.Contains(expected, studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStrategyThatIsNotDeterministicIsFound()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Fickle).RunAsync();

        Assert.Equal(ExitCodes.Broken, await studies.CommandAsync("verify", "--recompute", "100%"));

        Assert.Contains("5 computed again: 5 DIFFERENT", studies.Terminal.Output, StringComparison.Ordinal);
        Assert.Contains("its strategy is not deterministic", studies.Terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0%")]
    [InlineData("101%")]
    [InlineData("some")]
    public async Task ASampleOfNoSizeIsRefused(string sample)
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("verify", $"--recompute={sample}"));

        Assert.Contains($"'{sample}' is no size of a sample", studies.Terminal.Error, StringComparison.Ordinal);
    }
}
