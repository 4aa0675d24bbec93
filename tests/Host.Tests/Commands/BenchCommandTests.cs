using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class BenchCommandTests
{
    [Fact]
    public async Task ThreeRunsAreTimedComparedAndExplained()
    {
        using var studies = new RecordedStudies();
        var json = studies.Terminal["bench.json"];

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("bench", "--workers", "2", "--json", json));

        var output = studies.Terminal.Output;
        Assert.Matches("^crosses: 18 backtests of 18, recorded each time(, median of [2-5] runs each)?; ", output);
        Assert.Matches(@"\n ?sequential +none +[0-9.]+ s +1\.0x ", output);
        Assert.Matches(@"\n ?2 workers +2 +[0-9.]+ s +[0-9.]+x ", output);
        Assert.Matches(@"\n ?all [0-9]+ cores? +-1 +[0-9.]+ s +[0-9.]+x ", output);
        Assert.Contains("all runs gave the same 18 results\n", output, StringComparison.Ordinal);
        string[] rows = ["original sequential    180 min", "sequential              90 min", "4 cores", "8 cores", "16 cores                15 min"];
        Assert.All(rows, row => Assert.Contains(row, output, StringComparison.Ordinal));
        Assert.Matches(@"\nrecommended: backtest run .*crosses.yaml --workers none\n", output);
        using var figures = JsonDocument.Parse(File.ReadAllText(json));
        Assert.Equal(3, figures.RootElement.GetProperty("configurations").GetArrayLength());
        Assert.False(Directory.Exists(studies.Terminal.Store));
    }

    [Fact]
    public async Task AStrategyThatIsNotDeterministicIsFoundOut()
    {
        using var studies = new RecordedStudies(RecordedStudies.Fickle);

        Assert.Equal(ExitCodes.Broken, await studies.CommandAsync("bench"));

        Assert.Contains("results differ between two runs", studies.Terminal.Error, StringComparison.Ordinal);
        Assert.Empty(studies.Terminal.Output);
    }

    [Theory]
    [InlineData("--sample 0", "--sample '0' has to be a whole number from 1")]
    [InlineData("--workers 0", "--workers '0' has to be 1 to 1024")]
    [InlineData("--json no/such/folder/x.json", "--json no/such/folder/x.json: there is no folder ")]
    public async Task AWrongOptionIsTold(string options, string message)
    {
        using var studies = new RecordedStudies();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("bench", options.Split(' ')));

        Assert.StartsWith($"backtest: {message}", studies.Terminal.Error, StringComparison.Ordinal);
    }
}
