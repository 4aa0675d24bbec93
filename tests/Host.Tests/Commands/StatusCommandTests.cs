using System.Text.Json;
using Backtest.Host.CommandLine;
using Backtest.Host.Tests.Examples;

namespace Backtest.Host.Tests.Commands;

public sealed class StatusCommandTests
{
    [Fact]
    public async Task CountsAddUpForPeople()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("status"));

        var lines = studies.Terminal.Output.TrimEnd('\n').Split('\n');
        string[] expected =
            ["study           crosses", "planned         12", "recorded        12", "  done          8", "  failed        4", "missing         0"];
        Assert.All(expected, line => Assert.Contains(line, lines));
        Assert.StartsWith("last recorded   20", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CountsAddUpForPrograms()
    {
        using var studies = await new RecordedStudies(RecordedStudies.Poisoned).RunAsync();
        var text = await File.ReadAllTextAsync(studies.Study);
        await File.WriteAllTextAsync(studies.Study, text.Replace("from: 1, to: 12", "from: 2, to: 20", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Done, await studies.CommandAsync("status", "--format", "json"));

        using var json = JsonDocument.Parse(studies.Terminal.Output);
        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
        string[] names = ["planned", "recorded", "done", "failed", "missing", "left_the_plan", "timed_out", "crashed", "cancelled", "damaged_events"];
        Assert.Equal([19, 11, 7, 4, 8, 1, 0, 0, 0, 0], names.Select(Number));
        Assert.True(Number("store_bytes") > 0);
    }
}
