namespace Backtest.Actors.Supervision;

/// <summary>The rate of a count over the last few seconds.</summary>
/// <param name="window">How far it looks back.</param>
internal sealed class RateMeter(TimeSpan window)
{
    private readonly Queue<(TimeSpan Time, long Count)> _samples = [];
    private (TimeSpan Time, long Count) _last;

    /// <summary>Notes the count at a time.</summary>
    public void Note(TimeSpan time, long count)
    {
        _samples.Enqueue(_last = (time, count));
        while (_samples.Count > 2 && time - _samples.Peek().Time > window) _samples.Dequeue();
    }

    /// <summary>Counts a second; 0 while there is nothing to tell it from.</summary>
    public double PerSecond
    {
        get
        {
            if (!_samples.TryPeek(out var first) || _last.Time <= first.Time) return 0;
            return (_last.Count - first.Count) / (_last.Time - first.Time).TotalSeconds;
        }
    }
}
