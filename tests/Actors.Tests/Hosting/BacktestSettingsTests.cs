using Akka.Configuration;
using Backtest.Actors.Checkpoints;
using Backtest.Actors.Hosting;
using Backtest.Actors.Nodes;
using Backtest.Actors.Supervision;

namespace Backtest.Actors.Tests.Hosting;

public sealed class BacktestSettingsTests
{
    private const string ATime = "a time such as 250ms";
    private const string ASize = "a size such as 256MiB";

    public static TheoryData<string, string> Times { get; } = new()
    {
        { "supervisor.lease-timeout", "1000 ms" },
        { "supervisor.range-duration", "1 ms" },
        { "supervisor.progress-interval", "20 ms" },
        { "supervisor.store-patience", "1000 ms" },
        { "supervisor.drain-timeout", "0 ms" },
        { "node.alive-interval", "20 ms" },
        { "node.resend-after", "20 ms" },
        { "node.chunk-interval", "1 ms" },
        { "checkpoint.linger", "1 ms" },
        { "checkpoint.restart-after", "1 ms" },
        { "checkpoint.restart-after-at-most", "200 ms" },
    };

    [Fact]
    public void TheDocumentedDefaultsAreRead() => Assert.Equal(
        new BacktestSettings(
            new SupervisorSettings(Seconds(30), Milliseconds(250), Milliseconds(125), Seconds(60), Seconds(10)),
            new NodeSettings(Milliseconds(250), Seconds(5), Milliseconds(50), 100_000, 256L << 20),
            new CheckpointSettings(Milliseconds(100), Milliseconds(200), Seconds(5))),
        BacktestSettings.Create(BacktestConfiguration.Defaults));

    [Theory]
    [MemberData(nameof(Times))]
    public void AWrongTimeIsNamedWithItsKeyAndTheRemedy(string key, string least)
    {
        foreach (var wrong in new[] { "soon", "\"\"", "infinite", "[1, 2]", "\"12 parsecs\"" }) Refused(key, wrong, ATime);
        Refused(key, "-1ms", ATime, $"at least {least}");
        if (least != "0 ms") Refused(key, "0ms", $"at least {least}");
    }

    [Theory]
    [InlineData("many")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("\"\"")]
    public void AWrongNumberIsNamedWithItsKeyAndTheRemedy(string wrong) => Refused("node.unrecorded-limit", wrong, "a whole number");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void ANumberBelowItsLimitIsNamedWithTheLimit(string wrong) => Refused("node.unrecorded-limit", wrong, "at least 1");

    [Theory]
    [InlineData("big")]
    [InlineData("0")]
    [InlineData("-5MiB")]
    [InlineData("\"\"")]
    [InlineData("1e30")]
    public void AWrongSizeIsNamedWithItsKeyAndTheRemedy(string wrong) => Refused("node.column-cache", wrong, ASize);

    [Fact]
    public void AKeyThatHoldsAGroupIsNamed()
    {
        foreach (var key in Times.Select(row => (string)row[0]).Append("node.unrecorded-limit").Append("node.column-cache"))
        {
            var refused = Assert.Throws<ConfigurationException>(() => Create($"backtest.{key} {{ a = 1 }}"));
            Assert.StartsWith($"backtest.{key} is ", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AMissingKeyIsNamed() => Assert.Equal(
        $"backtest.checkpoint.restart-after is 'missing'; it has to be {ATime}",
        Assert.Throws<ConfigurationException>(() => BacktestSettings.Create(ConfigurationFactory.ParseString("a = 1"))).Message);

    [Theory]
    [InlineData("2s", 2000)]
    [InlineData("1500ms", 1500)]
    [InlineData("1500", 1500)]
    [InlineData("1m", 60_000)]
    public void ATimeHasItsUnitAndMillisecondsWithout(string text, int milliseconds) =>
        Assert.Equal(Milliseconds(milliseconds), Create($"backtest.supervisor.lease-timeout = {text}").Supervisor.LeaseTimeout);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static void Refused(string key, string value, params string[] expected)
    {
        var refused = Assert.Throws<ConfigurationException>(() => Create($"backtest.{key} = {value}"));

        var shown = value.StartsWith('[') ? "" : value.Trim('"');
        Assert.Contains(refused.Message, expected.Select(remedy => $"backtest.{key} is '{shown}'; it has to be {remedy}"));
    }

    private static BacktestSettings Create(string line) =>
        BacktestSettings.Create(ConfigurationFactory.ParseString(line).WithFallback(BacktestConfiguration.Defaults));
}
