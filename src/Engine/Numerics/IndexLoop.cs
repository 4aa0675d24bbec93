namespace Backtest.Engine.Numerics;

/// <summary>Calls <paramref name="body"/> once with each index from 0 to <paramref name="count"/> - 1, in any order, on as many threads as it
/// likes. Who computes writes each answer to the place of its index, so that the outcome is one and the same whichever loop is given.</summary>
/// <param name="count">How many; 0 or more.</param>
/// <param name="body">What to do.</param>
public delegate void IndexLoop(int count, Action<int> body);

/// <summary>Loops that need nothing but the caller's thread.</summary>
public static class IndexLoops
{
    /// <summary>One index after the other.</summary>
    public static void Sequential(int count, Action<int> body)
    {
        for (var i = 0; i < count; i++) body(i);
    }
}
