using Backtest.Actors.Advice;
using Backtest.Host.CommandLine;
using Backtest.Host.Diagnosis;

namespace Backtest.Host.Tests.Diagnosis;

public sealed class SystemCheckTests
{
    [Theory]
    [InlineData(2, 16L << 30, "cores")]
    [InlineData(8, 4L << 30, "memory")]
    public void LittleIsNotedWithItsConsequence(int cores, long memory, string name)
    {
        var finding = Find(cores, memory).Single(found => found.State == FindingState.Note && found.Name is "cores" or "memory");

        Assert.Equal(name, finding.Name);
        Assert.NotNull(finding.Remedy);
    }

    [Fact]
    public void EnoughIsFine() =>
        Assert.All(Find(8, 16L << 30).Where(found => found.Name is "cores" or "memory"), found => Assert.Equal(FindingState.Well, found.State));

    private static Finding[] Find(int cores, long memory) => [.. SystemCheck.Find(
        Machine.Current with { Cores = cores, TotalMemory = memory, AvailableMemory = memory / 2 },
        new Shell(TextWriter.Null, TextWriter.Null, false, false, false, 80))];
}
