using Backtest.Actors.Advice;

namespace CompleteExample;

/// <summary>Chooses how a run uses the machine.</summary>
public static class RunConfiguration
{
    /// <summary>The preset for a complete set-up: workers = min(cores - 1, available GB / 2, 8), one at least; checkpoint batch =
    /// max(25, workers x 5); batch = max(50, workers x 10).</summary>
    /// <param name="machine">The machine.</param>
    public static (int Workers, int CheckpointBatch, int Batch) For(Machine machine)
    {
        var advice = RunAdvisor.Preset("complete", machine)!;
        return (advice.Workers, advice.CheckpointBatchSize, advice.BatchSize);
    }
}
