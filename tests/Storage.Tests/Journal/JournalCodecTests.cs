using Backtest.Engine.Numerics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using CsCheck;

namespace Backtest.Storage.Tests.Journal;

public sealed class JournalCodecTests
{
    [Fact]
    public void WhatIsWrittenIsReadBack() => JournalExamples.Event.Sample(
        written =>
        {
            var read = JournalCodec.Decode(JournalCodec.Manifest(written), JournalCodec.Encode(written));

            Assert.Equal(JournalExamples.Describe(written), JournalExamples.Describe(read));
        },
        iter: 500,
        threads: 1);

    [Fact]
    public void ReadRowsHaveTheHashOfTheirContent() => JournalExamples.Results.Sample(
        written =>
        {
            var read = (ResultsRecorded)JournalCodec.Decode(JournalCodec.ResultsManifest, JournalCodec.Encode(written));

            Assert.All(read.Rows, row => Assert.Equal(row.Result.Hash, row.Result.ComputeHash(new CanonicalHasher())));
        },
        iter: 200,
        threads: 1);

    [Fact]
    public void KeysAloneAreThoseOfTheFullRows() => JournalExamples.Results.Sample(
        written =>
        {
            var bytes = JournalCodec.Encode(written);

            var full = (ResultsRecorded)JournalCodec.Decode(JournalCodec.ResultsManifest, bytes);
            var keys = (ResultKeysRecorded)JournalCodec.Decode(JournalCodec.ResultsManifest, bytes, keysOnly: true);

            Assert.Equal(full.Rows.Select(row => (row.Result.Key, row.Result.Hash, row.Result.Status)), keys.Rows);
        },
        iter: 200,
        threads: 1);

    [Fact]
    public void AnyChangedBitIsDetected() => Gen.Select(JournalExamples.Event, Gen.Double[0, 1], Gen.Int[0, 7], Gen.Bool).Sample(
        (written, where, bit, keysOnly) =>
        {
            var bytes = JournalCodec.Encode(written);
            bytes[(int)(where * (bytes.Length - 1))] ^= (byte)(1 << bit);

            Assert.IsType<DamagedEvent>(JournalCodec.Decode(JournalCodec.Manifest(written), bytes, keysOnly));
        },
        iter: 1000,
        threads: 1);

    [Fact]
    public void AnyLostTailIsDetected() => Gen.Select(JournalExamples.Event, Gen.Double[0, 1]).Sample(
        (written, where) =>
        {
            var bytes = JournalCodec.Encode(written);

            Assert.IsType<DamagedEvent>(JournalCodec.Decode(JournalCodec.Manifest(written), bytes.AsSpan(0, (int)(where * (bytes.Length - 1)))));
        },
        iter: 300,
        threads: 1);

    [Fact]
    public void ADamagedEventSaysWhatIsWrongWithIt()
    {
        var bytes = JournalCodec.Encode(new RetryRecorded([], 1));
        bytes[^1] ^= 1;

        Assert.Equal(
            new DamagedEvent("its checksum does not match its content"), JournalCodec.Decode(JournalCodec.RetryManifest, bytes));
        Assert.Equal(new DamagedEvent("its 3 bytes are too few"), JournalCodec.Decode(JournalCodec.RetryManifest, bytes.AsSpan(0, 3)));
    }

    [Fact]
    public void AnEventOfANewerVersionIsRefusedWithItsName()
    {
        var refused = Assert.Throws<NotSupportedException>(
            () => JournalCodec.Decode("results.v2", JournalCodec.Encode(new RetryRecorded([], 1))));

        Assert.Equal("the journal holds an event 'results.v2' that this version does not know: it was written by a newer one", refused.Message);
    }

    [Fact]
    public void OnlyEventsThatAreWrittenHaveAForm()
    {
        var refused = Assert.Throws<ArgumentException>(() => JournalCodec.Encode(new DamagedEvent("")));

        Assert.StartsWith("DamagedEvent is not written to a journal", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => JournalCodec.Manifest(new ResultKeysRecorded([], 0)));
    }

    [Fact]
    public void AStatusIsRecordedByItsNumber() => Assert.Equal(
        [0, 1, 2, 3, 4],
        new[] { ResultStatus.Done, ResultStatus.Failed, ResultStatus.TimedOut, ResultStatus.Crashed, ResultStatus.Cancelled }
            .Select(status => (int)status));
}
