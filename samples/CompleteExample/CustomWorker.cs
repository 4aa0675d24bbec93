using Backtest.Actors.Running;
using Backtest.Engine.Studies;

namespace CompleteExample;

/// <summary>A worker function of one's own: it is called in place of each backtest, may look at what it is to run and at what came out, or run
/// nothing and give another result. Here it counts trades; and the run measures where its time goes.</summary>
public static class CustomWorker
{
    private const int Top = 10;

    /// <summary>Runs a small study with both, in a store that is gone afterwards.</summary>
    public static async Task RunAsync(Study study)
    {
        var store = Directory.CreateTempSubdirectory("backtest-example-");
        try
        {
            var trades = 0;
            var outcome = await StudyRunner.RunAsync(study, new StudyRunOptions
            {
                Store = store.FullName,
                Workers = 2,
                Profile = true,
                Hook = (_, run) =>
                {
                    var result = run();
                    Interlocked.Add(ref trades, result.Metrics.Trades);
                    return result;
                },
            }).ConfigureAwait(false);
            Console.WriteLine($"Custom worker: {outcome.Done} backtests made {trades} trades");
            Console.WriteLine($"Top {Top} stages by cumulative time:");
            foreach (var stage in outcome.Profile.Take(Top))
                Console.WriteLine(FormattableString.Invariant(
                    $"  {stage.Strategy} {stage.Stage}: {stage.Total.TotalMilliseconds:F1} ms in {stage.Calls} calls"));
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }
}
