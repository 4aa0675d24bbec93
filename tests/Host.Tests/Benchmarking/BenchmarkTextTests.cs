using Backtest.Actors.Advice;
using Backtest.Host.Benchmarking;
using Backtest.Host.CommandLine;

namespace Backtest.Host.Tests.Benchmarking;

public sealed class BenchmarkTextTests
{
    [Fact]
    public void ParallelThatPaysIsRecommended()
    {
        var text = Write(Measured(cores: 8, planned: 100_000, sequential: 10, four: 3, all: 2, processor: 9.9));

        Assert.Matches(@"\n ?4 workers +4 +3\.0 s +3\.3x ", text);
        Assert.Contains("on all cores: 3.3 minutes (3 min 20 s)", text, StringComparison.Ordinal);
        Assert.Matches(@"\n ?8 cores +20 min +9x +20\.0 s +5\.0x +a desktop or a server", text);
        Assert.Matches(@"\n ?16 cores +15 min +12x +- +- ", text);
        Assert.Contains("parallel pays: all 8 cores are 5.0x as fast as a sequential run", text, StringComparison.Ordinal);
        Assert.Contains("the work is CPU-bound: a core is busy for 99%", text, StringComparison.Ordinal);
        Assert.Contains("memory: a further worker took about 20 MB", text, StringComparison.Ordinal);
        Assert.Contains("recommended: backtest run s.yaml --preset fast", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkThatWaitsForTheDiskIsNoWorkForWorkers()
    {
        var text = Write(Measured(cores: 8, planned: 100_000, sequential: 10, four: 9.5, all: 9.9, processor: 2));

        const string Why = "parallel does not pay here (1.1x): the work waits for the disk, or for a core that another program has";
        Assert.Contains(Why, text, StringComparison.Ordinal);
        Assert.Contains("the work is I/O-bound: for 80% of a sequential run nothing is computed", text, StringComparison.Ordinal);
        Assert.Contains("recommended: backtest run s.yaml --workers none", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunStartsOnceHoweverManyBacktestsThereAre() => Assert.Contains(
        "on all cores: 1.7 minutes (1 min 41 s)",
        Write(Measured(cores: 8, planned: 100_000, sequential: 10, four: 3, all: 2, processor: 9.9, start: 1)),
        StringComparison.Ordinal);

    [Fact]
    public void TimesThatAreAllStartTellNothing()
    {
        var text = Write(Measured(cores: 8, planned: 18, sequential: 0.3, four: 0.2, all: 0.25, processor: 0.1, start: 0.2));

        Assert.Contains("these backtests are too few to tell: starting a run takes 200 ms of these times", text, StringComparison.Ordinal);
        Assert.DoesNotContain("expected time", text, StringComparison.Ordinal);
        Assert.DoesNotContain("I/O-bound:", text, StringComparison.Ordinal);
        Assert.Contains("recommended: backtest run s.yaml --workers none", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OperatingSystemKind.Linux, "90 % of the cores: 7 workers")]
    [InlineData(OperatingSystemKind.MacOS, "80 % of the cores: 6 workers")]
    [InlineData(OperatingSystemKind.Windows, "50 % of the cores: 4 workers")]
    public void EveryPlatformHasItsShareOfTheCores(OperatingSystemKind system, string advice) =>
        Assert.EndsWith(advice, BenchmarkText.Platform(new Machine(8, 16L << 30, 8L << 30, system)), StringComparison.Ordinal);

    private static string Write(SetupMeasurements measured)
    {
        using var output = new StringWriter();
        new BenchmarkText(measured).Write(new Shell(output, TextWriter.Null, false, false, false, 200));
        return output.ToString();
    }

    private static SetupMeasurements Measured(
        int cores, long planned, double sequential, double four, double all, double processor, double start = 0) => new(
        "study",
        "s.yaml",
        new Machine(cores, 16L << 30, 8L << 30, OperatingSystemKind.Linux),
        1_000,
        planned,
        1,
        TimeSpan.FromSeconds(start),
        [
            new Measurement("sequential", "none", 1, TimeSpan.FromSeconds(sequential), TimeSpan.FromSeconds(processor), 100L << 20),
            new Measurement("4 workers", "4", 4, TimeSpan.FromSeconds(four), TimeSpan.FromSeconds(processor), 160L << 20),
            new Measurement($"all {cores} cores", "-1", cores, TimeSpan.FromSeconds(all), TimeSpan.FromSeconds(processor), 240L << 20),
        ]);
}
