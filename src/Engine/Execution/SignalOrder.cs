namespace Backtest.Engine.Execution;

/// <summary>What the signals of a bar-by-bar run have ordered and the market has not filled yet.</summary>
internal struct SignalOrder
{
    /// <summary>The side to open, 1 or -1; 0 for none.</summary>
    public int Opens { get; set; }

    /// <summary>Whether the position is to be closed, before anything is opened.</summary>
    public bool Closes { get; set; }

    /// <summary>The bar at whose close it was decided.</summary>
    public int Decided { get; set; }

    /// <summary>What the volume of the bars so far has left of an entry, with its sign.</summary>
    public double Left { get; set; }

    /// <summary>Whether there is anything to fill.</summary>
    public readonly bool IsPending => Closes || Opens != 0 || Left != 0;

    /// <summary>Takes the signals of a bar.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="side">The position's side; 0 where there is none.</param>
    /// <param name="direction">What signals mean.</param>
    /// <param name="entry">Whether there is an entry signal.</param>
    /// <param name="exit">Whether there is an exit signal.</param>
    /// <param name="expires">Whether the position has been held as long as it may.</param>
    /// <returns>True where a position is to be opened without closing one.</returns>
    public bool Decide(int bar, int side, Direction direction, bool entry, bool exit, bool expires)
    {
        if (side == 0) return Open(bar, direction, entry, exit);
        if (side > 0 ? exit : entry) this = new SignalOrder { Closes = true, Opens = direction == Direction.Both ? -side : 0, Decided = bar };
        else if (expires) this = new SignalOrder { Closes = true, Decided = bar };
        return false;
    }

    private bool Open(int bar, Direction direction, bool entry, bool exit)
    {
        if (Left > 0 ? exit : Left < 0 && entry) Left = 0;
        var side = direction switch
        {
            Direction.Long => entry ? 1 : 0,
            Direction.Short => exit ? -1 : 0,
            _ => entry ? 1 : exit ? -1 : 0,
        };
        if (side == 0 || Left != 0) return false;
        this = new SignalOrder { Opens = side, Decided = bar };
        return true;
    }
}
