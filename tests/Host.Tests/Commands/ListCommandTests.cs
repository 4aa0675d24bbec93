using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class ListCommandTests
{
    [Fact]
    public async Task EachStudyIsALineWithItsCountsAlsoWhereItsDataAreGone()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();
        File.Delete(studies.Terminal["bars.csv"]);

        Assert.Equal(ExitCodes.Done, await studies.Terminal.RunAsync("list", "--store", studies.Terminal.Store));

        var lines = studies.Terminal.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Matches(@"^ *crosses +12 +12 +4 +20..-..-..T..:..:..Z +" + studies.Study + "$", lines[2]);
    }

    [Fact]
    public async Task JsonHasTheSame()
    {
        using var studies = await new RecordedStudies().RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.Terminal.RunAsync("list", "--format", "json", "--store", studies.Terminal.Store));

        using var json = JsonDocument.Parse(studies.Terminal.Output);
        var study = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(("crosses", studies.Study, 18), (
            study.GetProperty("study").GetString(), study.GetProperty("file").GetString(), study.GetProperty("recorded").GetInt32()));
    }

    [Fact]
    public async Task AnEmptyStoreIsTold()
    {
        using var terminal = new Terminal();

        Assert.Equal(ExitCodes.Broken, await terminal.RunAsync("list", "--store", terminal.Store));

        Assert.Contains("is empty", terminal.Error, StringComparison.Ordinal);
    }
}
