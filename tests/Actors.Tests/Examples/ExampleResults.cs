using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Tests.Examples;

/// <summary>Made-up results whose keys are small numbers.</summary>
internal static class ExampleResults
{
    private static readonly Provenance Someone = new("local", "worker-1", 1);

    public static RecordedResult Row(int key, int content = 0, ResultStatus status = ResultStatus.Done)
    {
        var hasher = new CanonicalHasher();
        var result = status == ResultStatus.Done
            ? BacktestResult.Done(Key(key), Metrics.Undefined with { Bars = content }, hasher)
            : BacktestResult.Ended(Key(key), status, new BacktestError("Type", $"message {content}", "stack"), hasher);
        return new RecordedResult(result, Someone);
    }

    public static Hash128 Key(int key) => new((UInt128)key);

    public static List<RecordedResult> Rows(int first, int count) => [.. Enumerable.Range(first, count).Select(key => Row(key))];
}
