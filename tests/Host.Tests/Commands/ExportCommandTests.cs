using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class ExportCommandTests
{
    [Fact]
    public async Task AllRowsAreWrittenToAFileThatIsReplacedWhole()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();
        var file = studies.Terminal.Write("rows.json", "old");

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("export", "--out", file));

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(12, json.RootElement.GetArrayLength());
        Assert.Equal($"12 rows in {file}\n", studies.Terminal.Error);
        Assert.Empty(studies.Terminal.Output);
    }

    [Fact]
    public async Task TheFormatMayBeNamedAndMayDifferFromTheEnding()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("export", "--out", studies.Terminal["rows.txt"], "--format", "csv", "--provenance"));

        Assert.EndsWith(",recorded_at", (await File.ReadAllLinesAsync(studies.Terminal["rows.txt"]))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--out")]
    [InlineData("--out|rows", "does not say its format")]
    [InlineData("--out|rows.csv|--format|table", "table")]
    public async Task AnIncompleteQuestionIsRefused(string options, string expected)
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Usage, await studies.CommandAsync("export", options.Split('|', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Contains(expected, studies.Terminal.Error, StringComparison.Ordinal);
    }
}
