using Akka.Configuration;
using Backtest.Actors.Hosting;

namespace Backtest.Actors.Tests.Hosting;

public sealed class BacktestSettingsTests
{
    [Fact]
    public void TheDocumentedDefaultsAreRead()
    {
        var settings = BacktestSettings.Create(BacktestConfiguration.Defaults);

        Assert.Equal(TimeSpan.FromSeconds(30), settings.Supervisor.LeaseTimeout);
        Assert.Equal(TimeSpan.FromMilliseconds(50), settings.Node.ChunkInterval);
        Assert.Equal(256L << 20, settings.Node.ColumnCacheBytes);
        Assert.Equal(TimeSpan.FromMilliseconds(100), settings.Checkpoint.Linger);
    }

    [Theory]
    [InlineData("backtest.supervisor.lease-timeout = soon", "backtest.supervisor.lease-timeout is 'soon'; it has to be a time such as 250ms")]
    [InlineData("backtest.supervisor.lease-timeout = 10ms", "backtest.supervisor.lease-timeout is '10ms'; it has to be at least 1000 ms")]
    [InlineData("backtest.node.unrecorded-limit = 0", "backtest.node.unrecorded-limit is '0'; it has to be at least 1")]
    [InlineData("backtest.node.unrecorded-limit = many", "backtest.node.unrecorded-limit is 'many'; it has to be a whole number")]
    [InlineData("backtest.node.column-cache = big", "backtest.node.column-cache is 'big'; it has to be a size such as 256MiB")]
    public void AWrongValueIsNamedWithItsKeyAndTheRemedy(string line, string message)
    {
        var config = ConfigurationFactory.ParseString(line).WithFallback(BacktestConfiguration.Defaults);

        Assert.Equal(message, Assert.Throws<ConfigurationException>(() => BacktestSettings.Create(config)).Message);
    }
}
