using Backtest.Host.Progress;

namespace Backtest.Host.Tests.Progress;

public sealed class PlainProgressTests
{
    [Fact]
    public void AStateIsOneLine() => Assert.Equal(
        "1,250 of 10,000 (12.5 %)  3 failed  2,310/s  4 s left  used 40 %  available 12.0 GB",
        PlainProgress.Line(ExampleProgress.Of(10_000, 1_000, failed: 3, found: 247)));

    [Fact]
    public void AHundredPercentMeansAll()
    {
        Assert.Contains("(99.9 %)", PlainProgress.Line(ExampleProgress.Of(1_000_000, 999_999)), StringComparison.Ordinal);
        Assert.Contains("(100.0 %)  0 failed  2,310/s  used", PlainProgress.Line(ExampleProgress.Of(1_000_000, 1_000_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void TheLastStateIsWrittenHoweverShortTheRun()
    {
        var writer = new StringWriter();
        var progress = new PlainProgress(writer);
        progress.Report(ExampleProgress.Of(10, 4, seconds: 0.01));
        progress.Report(ExampleProgress.Of(10, 10, seconds: 0.02));

        progress.Dispose();
        progress.Dispose();

        Assert.StartsWith("10 of 10 (100.0 %)", writer.ToString(), StringComparison.Ordinal);
        Assert.Single(writer.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public void ARunThatToldNothingLeavesNoLine()
    {
        var writer = new StringWriter();

        new PlainProgress(writer).Dispose();

        Assert.Empty(writer.ToString());
    }
}
