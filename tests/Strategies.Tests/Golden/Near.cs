using Backtest.Goldens;

namespace Backtest.Strategies.Tests.Golden;

/// <summary>Holds the engine to a referee's figures.</summary>
internal static class Near
{
    /// <summary>Figures were compared, and none is further away than its tolerance.</summary>
    public static void Holds(Action<Deviations> compare)
    {
        var deviations = new Deviations();
        compare(deviations);
        Assert.True(deviations.Excess is null, deviations.Excess);
        Assert.True(deviations.Count > 0, "nothing was compared");
    }
}
