using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using CsCheck;

namespace Backtest.Storage.Tests.Journal;

/// <summary>Made-up events of every kind.</summary>
internal static class JournalExamples
{
    private static readonly Gen<string> Text = Gen.String[0, 30];

    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Double, Gen.OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0.0, double.Epsilon));

    private static readonly Gen<Hash128> Hash = Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new Hash128(new UInt128(high, low)));

    private static readonly Gen<Metrics> AnyMetrics = Gen.Select(Gen.Int.Array[5], Number.Array[13], (whole, real) => new Metrics(
        whole[0], real[0], real[1], real[2], real[3], real[4], real[5], real[6], whole[1],
        whole[2], whole[3], real[7], real[8], real[9], real[10], real[11], real[12], whole[4]));

    private static readonly Gen<Provenance> AnyProvenance = Gen.Select(
        Gen.OneOf("local", "node-ä", ""),
        Gen.OneOf("worker-1", "worker-2"),
        Gen.Int[1, 3],
        (node, worker, attempt) => new Provenance(node, worker, attempt));

    private static readonly Gen<BacktestResult> Done = Gen.Select(
        Hash, AnyMetrics, (key, metrics) => BacktestResult.Done(key, metrics, new CanonicalHasher()));

    private static readonly Gen<BacktestResult> Ended = Gen.Select(
        Hash,
        Gen.OneOf(ResultStatus.Failed, ResultStatus.TimedOut, ResultStatus.Crashed, ResultStatus.Cancelled),
        Gen.Select(Text, Text, Text),
        (key, status, error) => BacktestResult.Ended(
            key, status, new BacktestError(error.Item1, error.Item2, error.Item3), new CanonicalHasher()));

    /// <summary>A row, done or not.</summary>
    public static Gen<RecordedResult> Row { get; } = Gen.Select(
        Gen.OneOf(Done, Ended), AnyProvenance, (result, provenance) => new RecordedResult(result, provenance));

    /// <summary>A batch of 1 to 20 rows.</summary>
    public static Gen<ResultsRecorded> Results { get; } = Gen.Select(
        Row.Array[1, 20], Gen.Long, (rows, at) => new ResultsRecorded(rows, at));

    /// <summary>A study.</summary>
    public static Gen<StudyRecorded> Study { get; } = Gen.Select(
        Gen.Select(Text, Text, Text), Hash.Array[0, 4], Gen.Long[0, long.MaxValue], Gen.Long,
        (texts, hashes, count, at) => new StudyRecorded(texts.Item1, texts.Item2, texts.Item3, hashes, count, at));

    /// <summary>A retry.</summary>
    public static Gen<RetryRecorded> Retry { get; } = Gen.Select(Hash.Array[0, 10], Gen.Long, (keys, at) => new RetryRecorded(keys, at));

    /// <summary>An event of any kind that is written.</summary>
    public static Gen<JournalEvent> Event { get; } = Gen.OneOf(
        Results.Select(written => (JournalEvent)written),
        Study.Select(written => (JournalEvent)written),
        Retry.Select(written => (JournalEvent)written));

    /// <summary>All that an event says, its lists included, as text: two events with the same text are the same.</summary>
    public static string Describe(JournalEvent written) => written switch
    {
        ResultsRecorded results => $"{results.RecordedAt}: {string.Join('|', results.Rows.Select(Describe))}",
        StudyRecorded study => $"{study with { DataHashes = [] }} {string.Join('|', study.DataHashes)}",
        RetryRecorded retry => $"{retry.RecordedAt}: {string.Join('|', retry.Keys)}",
        ResultKeysRecorded keys => string.Join('|', keys.Rows),
        _ => written.ToString(),
    };

    private static string Describe(RecordedResult row)
    {
        var hasher = new CanonicalHasher();
        row.Result.Metrics.AppendTo(hasher);
        return $"{row.Result.Key} {row.Result.Status} {hasher.Finish()} {row.Result.Hash} {row.Result.Error?.Type} {row.Result.Error?.Message} "
            + $"{row.Result.Error?.Stack} {row.Provenance}";
    }
}
