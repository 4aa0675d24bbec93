using System.Text.RegularExpressions;
using Backtest.Host.CommandLine;
using Backtest.Host.Running;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Running;

public sealed partial class InterruptionTests
{
    [Fact]
    public void TheFirstSignalCancelsAndTheSecondEnds()
    {
        List<string> happened = [];
        using var interruption = new Interruption(CancellationToken.None, code => happened.Add($"exit {code}"))
        {
            Interrupted = () => happened.Add("interrupted"),
            Ending = () => happened.Add("ending"),
        };

        interruption.OnSignal();
        Assert.True(interruption.Token.IsCancellationRequested);
        interruption.OnSignal();

        Assert.Equal(["interrupted", "ending", "exit 130"], happened);
    }

    [Theory]
    [InlineData("INT", "2")]
    [InlineData("TERM", "none")]
    public async Task ASignalRecordsWhatIsFinishedAndExitsWith130(string signal, string workers)
    {
        if (OperatingSystem.IsWindows()) return;
        using var studies = new RecordedStudies(RecordedStudies.Slow(2000, 10));
        using var program = new ProgramProcess("run", studies.Study, "--store", studies.Terminal.Store, "--workers", workers, "--no-ranking");
        program.WaitFor("^[1-9][0-9,]* of 2,000 ");

        program.Signal(signal);

        Assert.Equal(ExitCodes.Interrupted, program.WaitForExit());
        var said = Recorded().Match(program.Error);
        Assert.True(said.Success, program.Error);
        var again = $"go on with: backtest run {studies.Study} --store {studies.Terminal.Store} --workers {workers} --no-ranking";
        Assert.Contains(again, program.Error, StringComparison.Ordinal);
        await studies.CommandAsync("run", "--dry-run");
        Assert.Matches($@"found: +{said.Groups["count"].Value}\n", studies.Terminal.Output);
        Assert.NotEqual("0", said.Groups["count"].Value);
    }

    [Fact]
    public async Task ASecondSignalEndsAtOnceAndLosesNothingRecorded()
    {
        if (OperatingSystem.IsWindows()) return;
        using var studies = new RecordedStudies(RecordedStudies.Slow(50, 20, hang: 50));
        using var program = new ProgramProcess(
            "run", studies.Study, "--store", studies.Terminal.Store, "--workers", "none", "--no-ranking", "--checkpoint-batch-size", "7");
        program.WaitFor("^49 of 50 ");

        program.Signal("INT");
        program.WaitFor("Ctrl-C again ends at once");
        program.Signal("INT");

        Assert.Equal(ExitCodes.Interrupted, program.WaitForExit());
        await studies.CommandAsync("run", "--dry-run");
        Assert.Matches(@"found: +49\n", studies.Terminal.Output);
    }

    [GeneratedRegex("interrupted: (?<count>[0-9,]+) of 2,000 backtests are recorded")]
    private static partial Regex Recorded();
}
