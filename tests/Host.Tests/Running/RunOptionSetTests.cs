using System.CommandLine;
using Backtest.Host.CommandLine;
using Backtest.Host.Running;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Running;

public sealed class RunOptionSetTests
{
    [Theory]
    [InlineData(
        "--workers 0", "--workers 0 means nothing: say none to run in the program's own thread, or auto, -1 for all cores, or a number from 1")]
    [InlineData("--workers -2", "--workers -2 is out of range: it has to be none, auto, -1 for all cores, or 1 to 1024")]
    [InlineData("--workers 5000", "--workers 5000 is out of range: it has to be none, auto, -1 for all cores, or 1 to 1024")]
    [InlineData("--workers many", "--workers 'many' is no number: it has to be none, auto, -1 for all cores, or 1 to 1024")]
    [InlineData("--batch-size 0", "--batch-size '0' has to be auto, or 1 to 1000000")]
    [InlineData("--checkpoint-batch-size x", "--checkpoint-batch-size 'x' has to be auto, or 1 to 1000000")]
    [InlineData("--max-workers 0", "--max-workers '0' has to be 1 to 1024")]
    [InlineData("--limit -5", "--limit '-5' has to be a whole number from 1")]
    [InlineData("--timeout 60", "--timeout '60' has to be a time such as 500ms, 60s, 5m or 1h")]
    [InlineData("--top 0", "--top '0' has to be 1 to 2147483647")]
    [InlineData("--isolation process", "--isolation process is not in this version: workers are threads of this process, --isolation none")]
    [InlineData("--isolation vm", "--isolation 'vm' has to be none")]
    [InlineData("--progress fancy", "--progress 'fancy' has to be auto, bar, plain or none")]
    [InlineData("--preset turbo", "there is no preset 'turbo': there are fast, recommended, conservative, complete")]
    [InlineData("--continue-on-error --stop-on-error", "--continue-on-error and --stop-on-error contradict each other: use one")]
    [InlineData("--preset fast --workers auto", "--preset chooses the workers and --workers auto leaves them to the advisor: use one")]
    [InlineData("--no-ranking --top 5", "--sort and --top order the ranking that --no-ranking leaves away: use one")]
    [InlineData("--only 1234 --dry-run", "--only runs one backtest and --dry-run runs none: use one")]
    [InlineData("--sort shrape", "there is no column 'shrape' to sort by: did you mean 'sharpe'?")]
    public async Task AWrongOptionIsToldOnOneLineAndNothingIsRecorded(string options, string message)
    {
        using var studies = new RecordedStudies();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("run", options.Split(' ')));

        Assert.StartsWith($"backtest: {message}\n", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Empty(studies.Terminal.Output);
        Assert.False(File.Exists(Path.Combine(studies.Terminal.Store, "journal.db")));
    }

    [Fact]
    public void WhatIsNotSaidIsLeftToTheStudy()
    {
        var request = Read("s.yaml");

        var settings = request.Settings;
        Assert.Equal(
            (null, null, null, null, null, null),
            (settings.Workers, settings.BatchSize, settings.CheckpointBatchSize, settings.ContinueOnError, settings.Timeout, settings.Preset));
        Assert.Equal(AutomaticSettings.None, request.Automatic);
    }

    [Fact]
    public void EverySettingIsRead()
    {
        var settings = Read(
            "s.yaml --workers -1 --max-workers 6 --batch-size 100 --checkpoint-batch-size 50 --stop-on-error --timeout 5m --profile").Settings;

        Assert.Equal((-1, 6, 100, 50), (settings.Workers, settings.MaximumWorkers, settings.BatchSize, settings.CheckpointBatchSize));
        Assert.Equal((false, TimeSpan.FromMinutes(5), true), (settings.ContinueOnError, settings.Timeout, settings.Profile));
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("1", 1)]
    [InlineData("8", 8)]
    [InlineData("-1", -1)]
    public void WorkersAreNoneANumberOrAllCores(string text, int workers) => Assert.Equal(workers, Read($"s.yaml --workers {text}").Settings.Workers);

    [Fact]
    public void AutoIsSomethingElseThanNothing() => Assert.Equal(
        AutomaticSettings.Workers | AutomaticSettings.CheckpointBatchSize,
        Read("s.yaml --workers auto --checkpoint-batch-size auto").Automatic);

    [Fact]
    public void APresetBringsItsNumbers()
    {
        var preset = Read("s.yaml --preset recommended").Settings.Preset!;

        Assert.Equal((100, 50), (preset.BatchSize, preset.CheckpointBatchSize));
    }

    [Fact]
    public void TheCommandLineCanBeTypedAgain() =>
        Assert.Equal("backtest run 'my study.yaml' --workers 2", Parse(["run", "my study.yaml", "--workers", "2"]).CommandLine);

    [Theory]
    [InlineData("", "3", "7", "9")]
    [InlineData("--workers 2", "2", "7", "9")]
    [InlineData("--workers 2 --batch-size 5 --checkpoint-batch-size 6", "2", "5", "6")]
    [InlineData("--preset recommended --workers 2", "2", "100 or more", "50 or more")]
    [InlineData("--workers auto --batch-size auto --checkpoint-batch-size auto", "1 (auto)", "50 or more", "10 or more")]
    [InlineData("--max-workers 2", "2", "7", "9")]
    [InlineData("--workers none", "none (sequential, in the program's own thread)", "7", "9")]
    public async Task TheCommandLineGoesBeforeThePresetBeforeTheStudyBeforeTheAdvisor(string options, string workers, string batch, string checkpoint)
    {
        using var studies = new RecordedStudies();
        File.AppendAllText(studies.Study, "run: { workers: 3, batch-size: 7, checkpoint-batch-size: 9 }\n");

        await studies.CommandAsync("run", [.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--dry-run"]);

        var settings = $"\nworkers:          {workers}\ncheckpoint batch: {checkpoint}\nbatch size:       {batch}\n";
        Assert.Contains(settings, studies.Terminal.Output, StringComparison.Ordinal);
    }

    private static RunRequest Read(string line) => Parse(["run", .. line.Split(' ')]);

    private static RunRequest Parse(string[] args)
    {
        var options = new RunOptionSet();
        var command = new Command("run");
        options.AddTo(command);
        return options.Read(new RootCommand { command }.Parse(args));
    }
}
