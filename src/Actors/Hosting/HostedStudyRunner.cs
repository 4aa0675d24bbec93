using Akka.Actor;
using Backtest.Actors.Running;
using Backtest.Engine.Studies;
using Backtest.Storage.Store;

namespace Backtest.Actors.Hosting;

/// <summary>Runs studies in a host. The store's lock is held from the first run until the host ends.</summary>
/// <param name="store">The store.</param>
/// <param name="host">The host's actor system; null where it has none.</param>
internal sealed class HostedStudyRunner(StoreDirectory store, ActorSystem? host) : IStudyRunner, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private OwnSystem? _own;
    private StoreLock? _lock;

    public Task<StudyOutcome> RunAsync(Study study, StudyRunOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new StudyRunOptions();
        var run = new PreparedRun(new Plan(study), options, store);
        return run.ExecuteAsync(System(options), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null) await _own.DisposeAsync().ConfigureAwait(false);
        _lock?.Dispose();
    }

    private ActorSystem System(StudyRunOptions options)
    {
        lock (_gate)
        {
            if (host is null) return (_own ??= OwnSystem.Start(store, options.Log)).System;
            if (!host.Settings.Config.HasPath("backtest.supervisor"))
                throw new InvalidOperationException("the host's actor system has no settings for backtests: call WithBacktest where it is built");
            _lock ??= store.OpenForWriting();
            return host;
        }
    }
}
