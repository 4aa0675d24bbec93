using System.Runtime.CompilerServices;

namespace Backtest.Strategies.Indicators;

/// <summary>Checks the lengths of windows.</summary>
internal static class Period
{
    /// <summary>The period itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Where it is below the least.</exception>
    public static int AtLeast(int least, int period, [CallerArgumentExpression(nameof(period))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, least, name);
        return period;
    }
}
