using Backtest.Engine.Statistics.Pooling;
using Backtest.Storage.Results;

namespace Backtest.Storage.Pooling;

/// <summary>One parameter set of one strategy on one data set, with its windows pooled. An instance is filled again and again, so that a million
/// sets take the memory of one.</summary>
public sealed class PooledSet
{
    /// <summary>The first of its rows, which names it.</summary>
    public ResultRow First { get; internal set; }

    /// <summary>Its windows.</summary>
    public WindowPool Pool { get; } = new();

    /// <summary>Its score by the focus that was asked for; NaN before it is known.</summary>
    public double Score { get; internal set; } = double.NaN;
}
