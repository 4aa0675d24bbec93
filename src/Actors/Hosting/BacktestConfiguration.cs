using System.Text;
using Akka.Configuration;
using Akka.Persistence.Sql;
using Backtest.Storage.Store;

namespace Backtest.Actors.Hosting;

/// <summary>The HOCON of an actor system that runs studies.</summary>
internal static class BacktestConfiguration
{
    /// <summary>The journal's plugin.</summary>
    public const string JournalPlugin = "akka.persistence.journal.sql";

    private const string Resource = "backtest.conf";

    /// <summary>The documented defaults of all our keys.</summary>
    public static Config Defaults
    {
        get
        {
            using var stream = typeof(BacktestConfiguration).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"{Resource} is not in the assembly");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return ConfigurationFactory.ParseString(reader.ReadToEnd());
        }
    }

    /// <summary>The configuration of a system that journals into <paramref name="store"/>.</summary>
    /// <param name="store">The store's directory.</param>
    /// <param name="overrides">What a user set otherwise; null for nothing.</param>
    public static Config Create(StoreDirectory store, Config? overrides = null)
    {
        var journal = ConfigurationFactory.ParseString($$"""
            akka.persistence {
              journal.plugin = "{{JournalPlugin}}"
              # Nothing takes snapshots; the default plugin would leave an empty folder in the current directory.
              snapshot-store.plugin = "akka.persistence.no-snapshot-store"
              journal.sql {
                connection-string = "{{store.ConnectionString.Replace("\\", "\\\\").Replace("\"", "\\\"")}}"
                provider-name = "SQLite.MS"
                replay-filter { mode = fail }
              }
            }
            akka.actor {
              serializers { backtest-journal = "Backtest.Actors.Serialization.JournalSerializer, Backtest.Actors" }
              serialization-bindings { "Backtest.Storage.Journal.JournalEvent, Backtest.Storage" = backtest-journal }
            }
            akka.log-dead-letters = off
            akka.log-dead-letters-during-shutdown = off
            akka.coordinated-shutdown.run-by-clr-shutdown-hook = off
            """);
        var own = journal.WithFallback(Defaults).WithFallback(SqlPersistence.DefaultConfiguration);
        return overrides is null ? own : overrides.WithFallback(own);
    }
}
