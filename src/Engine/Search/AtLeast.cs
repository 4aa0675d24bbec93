namespace Backtest.Engine.Search;

/// <summary>Checks of settings.</summary>
internal static class AtLeast
{
    /// <summary>The value, which must be 1 or more.</summary>
    public static int One(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 1 or more");
}
