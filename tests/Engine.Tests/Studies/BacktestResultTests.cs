using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Studies;

public sealed class BacktestResultTests
{
    private static readonly CanonicalHasher Hasher = new();
    private static readonly Hash128 Key = new(1);
    private static readonly BacktestError Error = new("Type", "message", "stack");

    [Fact]
    public void ADoneResultHasMetricsAndAFailedOneAnError()
    {
        var metrics = Metrics.Undefined with { Bars = 5 };
        var done = BacktestResult.Done(Key, in metrics, Hasher);
        var failed = BacktestResult.Ended(Key, ResultStatus.Failed, Error, Hasher);

        Assert.Equal((ResultStatus.Done, 5, null), (done.Status, done.Metrics.Bars, done.Error));
        Assert.Equal((ResultStatus.Failed, 0, Error), (failed.Status, failed.Metrics.Bars, failed.Error));
        Assert.Equal((done.Hash, failed.Hash), (done.ComputeHash(Hasher), failed.ComputeHash(Hasher)));
    }

    [Fact]
    public void EveryDamageShowsInTheHashAndTheStackDoesNot()
    {
        var failed = BacktestResult.Ended(Key, ResultStatus.Failed, Error, Hasher);
        BacktestResult[] damaged =
        [
            failed with { Key = new Hash128(2) },
            failed with { Status = ResultStatus.TimedOut },
            failed with { Metrics = failed.Metrics with { FinalEquity = 1 } },
            failed with { Error = Error with { Type = "Other" } },
            failed with { Error = Error with { Message = "other" } },
            failed with { Error = null },
        ];

        Assert.All(damaged, row => Assert.NotEqual(row.Hash, row.ComputeHash(Hasher)));
        Assert.Equal(failed.Hash, (failed with { Error = Error with { Stack = "elsewhere" } }).ComputeHash(Hasher));
    }
}
