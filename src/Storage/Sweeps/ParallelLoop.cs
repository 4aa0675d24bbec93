using System.Runtime.ExceptionServices;
using Backtest.Engine.Numerics;

namespace Backtest.Storage.Sweeps;

/// <summary>Computes on several threads.</summary>
public static class ParallelLoop
{
    /// <summary>A loop on so many threads.</summary>
    /// <param name="threads">How many; null for all cores.</param>
    /// <param name="cancellation">Stops between two indices.</param>
    public static IndexLoop Of(int? threads = null, CancellationToken cancellation = default)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads ?? -1, CancellationToken = cancellation };
        return (count, body) =>
        {
            try
            {
                Parallel.For(0, count, options, body);
            }
            catch (AggregateException several)
            {
                ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            }
        };
    }
}
