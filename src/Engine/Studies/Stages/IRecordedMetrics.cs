using Backtest.Engine.Statistics;

namespace Backtest.Engine.Studies.Stages;

/// <summary>What is recorded of a plan.</summary>
public interface IRecordedMetrics
{
    /// <summary>Finds the metrics of a backtest.</summary>
    /// <param name="index">Its index in the plan.</param>
    /// <param name="metrics">Its metrics; <see cref="Metrics.Undefined"/> where it did not run to its end.</param>
    /// <returns>False where it is not recorded.</returns>
    bool TryFind(long index, out Metrics metrics);
}
