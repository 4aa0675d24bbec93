namespace Backtest.Engine.Signals;

/// <summary>What a strategy decided: for each bar, whether to enter and whether to leave the market. An entry acts only while flat,
/// an exit only while in a position, so both may be set on one bar.</summary>
public sealed class SignalColumns
{
    /// <summary>The bars on which to enter.</summary>
    public BitColumn Entries { get; } = new();

    /// <summary>The bars on which to leave.</summary>
    public BitColumn Exits { get; } = new();

    /// <summary>Empties both columns and gives them room for <paramref name="count"/> bars.</summary>
    public void Reset(int count)
    {
        Entries.Reset(count);
        Exits.Reset(count);
    }
}
