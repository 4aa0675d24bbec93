using Akka.Actor;
using Akka.Configuration;
using Backtest.Storage.Store;

namespace Backtest.Actors.Hosting;

/// <summary>An actor system of our own over one store, whose lock it holds; both are gone when it is disposed of.</summary>
internal sealed class OwnSystem : IAsyncDisposable
{
    private static readonly TimeSpan TerminationPatience = TimeSpan.FromSeconds(2);

    private static readonly Config Quiet = ConfigurationFactory.ParseString("""
        akka {
          loglevel = WARNING
          stdout-loglevel = OFF
          loggers = []
        }
        """);

    private readonly StoreLock _lock;
    private readonly IActorRef _log;

    private OwnSystem(ActorSystem system, StoreLock held, IActorRef log) => (System, _lock, _log) = (system, held, log);

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>Takes the store's lock and starts a system.</summary>
    /// <param name="store">The store.</param>
    /// <param name="log">Told of warnings and errors; null for nobody.</param>
    /// <exception cref="StoreException">The store cannot be written, or another process writes to it.</exception>
    public static OwnSystem Start(StoreDirectory store, Action<string>? log)
    {
        var held = store.OpenForWriting();
        try
        {
            var system = ActorSystem.Create("backtest", BacktestConfiguration.Create(store, Quiet));
            return new OwnSystem(system, held, system.ActorOf(LogForwarder.Props(log ?? (_ => { })), "log"));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Ends the system. One whose worker hangs is left behind: its threads are background threads.</summary>
    public async ValueTask DisposeAsync()
    {
        // The end is no news.
        System.EventStream.Unsubscribe(_log);
        try
        {
            await System.Terminate().WaitAsync(TerminationPatience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
        }

        _lock.Dispose();
    }
}
