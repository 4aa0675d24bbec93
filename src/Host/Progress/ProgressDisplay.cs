using Backtest.Actors.Running;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;

namespace Backtest.Host.Progress;

/// <summary>Shows a run's progress on standard error. The run only leaves its newest state here; a timer writes, so that a terminal
/// that does not take its text holds nobody up.</summary>
internal abstract class ProgressDisplay : IProgress<StudyProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private volatile StudyProgress? _newest;
    private bool _ended;

    /// <summary>A display that looks for news at an interval.</summary>
    protected ProgressDisplay(TimeSpan interval) => _timer = new Timer(_ => Write(), null, interval, interval);

    /// <summary>The display of a mode.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="shell">Where to write.</param>
    /// <param name="plan">Names what is running.</param>
    public static ProgressDisplay Create(ProgressMode mode, Shell shell, Plan plan) => mode.Resolve(shell, Environment.GetEnvironmentVariable) switch
    {
        ProgressMode.Bar => new LiveProgress(shell, plan),
        ProgressMode.Plain => new PlainProgress(shell.Error),
        _ => new NoProgress(shell.Error),
    };

    /// <inheritdoc/>
    public void Report(StudyProgress value) => _newest = value;

    /// <summary>Writes a line of another kind, without tearing the progress.</summary>
    public void Note(string line)
    {
        lock (_gate) WriteNote(line);
    }

    /// <summary>Writes the last state, and no more after it.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            if (_ended) return;
            _ended = true;
            WriteLast(_newest);
        }
    }

    /// <summary>Writes a line of another kind.</summary>
    protected abstract void WriteNote(string line);

    /// <summary>Writes a state, if it is time to.</summary>
    protected abstract void WriteState(StudyProgress progress);

    /// <summary>Writes the last state; null where there was none.</summary>
    protected abstract void WriteLast(StudyProgress? progress);

    private void Write()
    {
        // Two ticks of the timer may overlap; the later one has nothing to add.
        if (_newest is not { } progress || !_gate.TryEnter()) return;
        try
        {
            if (!_ended) WriteState(progress);
        }
        finally
        {
            _gate.Exit();
        }
    }
}
