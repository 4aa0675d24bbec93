namespace Backtest.Actors.Supervision;

/// <summary>How long a failing store is borne with. One that answers again is not well until something is recorded: a full disk can be read.
/// Time is an argument.</summary>
/// <param name="patience">A store that fails for so long ends the run.</param>
internal sealed class StorePatience(TimeSpan patience)
{
    /// <summary>A store that answered, and then was not heard to fail for so long, was well, although nothing was recorded.</summary>
    public static readonly TimeSpan WellAfter = TimeSpan.FromMinutes(1);

    private TimeSpan? _since;
    private TimeSpan _last;

    /// <summary>True where the store has answered since it failed last.</summary>
    public bool Answers { get; private set; }

    /// <summary>The store could be read.</summary>
    public void Answered() => Answers = true;

    /// <summary>Something was recorded: the store is well.</summary>
    public void Recorded() => _since = null;

    /// <summary>The store failed.</summary>
    /// <returns>The patience that is left; zero or less for none.</returns>
    public TimeSpan Fail(TimeSpan now)
    {
        if (Answers && now - _last > (patience > WellAfter ? patience : WellAfter)) _since = null;
        (Answers, _last) = (false, now);
        _since ??= now;
        return _since.Value + patience - now;
    }
}
