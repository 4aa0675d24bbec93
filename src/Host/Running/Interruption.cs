using System.Runtime.InteropServices;
using Backtest.Host.CommandLine;

namespace Backtest.Host.Running;

/// <summary>Turns Ctrl-C, SIGTERM and a closed terminal into a cancellation; a second one ends the process at once.
/// What is recorded stays either way.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Action<int> _exit;
    private int _signals;

    /// <summary>Listens to the signals of this process.</summary>
    /// <param name="outer">Cancels as a signal does.</param>
    /// <param name="exit">Ends the process at once.</param>
    public Interruption(CancellationToken outer, Action<int> exit)
    {
        (_source, _exit) = (CancellationTokenSource.CreateLinkedTokenSource(outer), exit);
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                OnSignal();
            }));
        }
    }

    /// <summary>Called once, at the first signal, before the token is cancelled.</summary>
    public Action? Interrupted { get; set; }

    /// <summary>Called at the second signal, before the process ends.</summary>
    public Action? Ending { get; set; }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>A signal arrived.</summary>
    internal void OnSignal()
    {
        if (Interlocked.Increment(ref _signals) > 1)
        {
            Ending?.Invoke();
            _exit(ExitCodes.Interrupted);
            return;
        }

        Interrupted?.Invoke();
        _source.Cancel();
    }

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }
}
