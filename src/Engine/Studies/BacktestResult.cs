using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;

namespace Backtest.Engine.Studies;

/// <summary>The row of one finished backtest.</summary>
/// <param name="Key">The backtest's key.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Metrics">Its metrics; <see cref="Metrics.Undefined"/> unless it is done.</param>
/// <param name="Hash">Hash of key, status, metrics and the error's type and message: equal results have equal hashes, whoever computed them.</param>
/// <param name="Error">Why there are no metrics; null where it is done.</param>
public readonly record struct BacktestResult(Hash128 Key, ResultStatus Status, Metrics Metrics, Hash128 Hash, BacktestError? Error)
{
    /// <summary>The result of a backtest that ran to its end.</summary>
    public static BacktestResult Done(Hash128 key, in Metrics metrics, CanonicalHasher hasher) =>
        new(key, ResultStatus.Done, metrics, HashOf(key, ResultStatus.Done, metrics, null, hasher), null);

    /// <summary>The result of a backtest that did not.</summary>
    public static BacktestResult Ended(Hash128 key, ResultStatus status, BacktestError error, CanonicalHasher hasher) =>
        new(key, status, Metrics.Undefined, HashOf(key, status, Metrics.Undefined, error, hasher), error);

    /// <summary>The hash that this row's content has; differs from <see cref="Hash"/> where the row was damaged.</summary>
    public Hash128 ComputeHash(CanonicalHasher hasher) => HashOf(Key, Status, Metrics, Error, hasher);

    private static Hash128 HashOf(Hash128 key, ResultStatus status, in Metrics metrics, BacktestError? error, CanonicalHasher hasher)
    {
        hasher.Append(key);
        hasher.Append((long)status);
        metrics.AppendTo(hasher);
        hasher.Append(error?.Type);
        hasher.Append(error?.Message);
        return hasher.Finish();
    }
}
