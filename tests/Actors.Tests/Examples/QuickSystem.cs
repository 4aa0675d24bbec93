using Akka.Configuration;
using Backtest.Actors.Hosting;

namespace Backtest.Actors.Tests.Examples;

/// <summary>The configuration of actor systems under test: short intervals, long patience of the test itself.</summary>
internal static class QuickSystem
{
    /// <summary>Our settings with short intervals.</summary>
    public static Config Intervals { get; } = ConfigurationFactory.ParseString("""
        akka {
          loglevel = WARNING
          stdout-loglevel = OFF
          loggers = []
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          test {
            single-expect-default = 30s
            default-timeout = 30s
          }
        }
        backtest {
          supervisor {
            progress-interval = 20ms
            drain-timeout = 20s
          }
          node {
            alive-interval = 20ms
            resend-after = 200ms
            chunk-interval = 5ms
          }
          checkpoint {
            linger = 5ms
            restart-after = 20ms
            restart-after-at-most = 100ms
          }
        }
        """);

    /// <summary>A journal in memory.</summary>
    public static Config InMemory { get; } = With("akka.persistence.journal.plugin = \"akka.persistence.journal.inmem\"");

    /// <summary>A journal in memory that fails when it is told to.</summary>
    public static Config Failing { get; } = With("""
        akka.persistence.journal {
          plugin = "akka.persistence.journal.test"
          test {
            class = "Akka.Persistence.TestKit.TestJournal, Akka.Persistence.TestKit"
            plugin-dispatcher = "akka.actor.default-dispatcher"
          }
        }
        """);

    /// <summary>Further settings over a configuration.</summary>
    public static Config With(this Config config, string further) => ConfigurationFactory.ParseString(further).WithFallback(config);

    private static Config With(string journal) =>
        ConfigurationFactory.ParseString(journal).WithFallback(Intervals).WithFallback(BacktestConfiguration.Defaults);
}
