using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Folds;

namespace Backtest.Storage.Pooling;

/// <summary>Which windows of a study are pooled.</summary>
public enum PooledWindows
{
    /// <summary>Those of a walk-forward study that test; of any other study all.</summary>
    Automatic,

    /// <summary>All of them.</summary>
    All,

    /// <summary>Those in which parameters are chosen.</summary>
    Train,

    /// <summary>Those that tell how chosen parameters do.</summary>
    Test,
}

/// <summary>What <see cref="PooledWindows"/> means for a plan.</summary>
public static class PooledWindowsOfPlan
{
    /// <summary>Whether each window of a plan is pooled.</summary>
    public static bool[] Of(Plan plan, PooledWindows windows)
    {
        if (windows == PooledWindows.Automatic)
            windows = plan.Windows.Any(window => window.Role == WindowRole.Test) ? PooledWindows.Test : PooledWindows.All;
        return [.. plan.Windows.Select(window => windows switch
        {
            PooledWindows.Train => window.Role == WindowRole.Train,
            PooledWindows.Test => window.Role == WindowRole.Test,
            _ => true,
        })];
    }
}
