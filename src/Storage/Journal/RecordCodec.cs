using Backtest.Storage.Journal.Wire;

namespace Backtest.Storage.Journal;

/// <summary>The wire form of studies and retries.</summary>
internal static class RecordCodec
{
    public static StudyRecord ToWire(StudyRecorded study)
    {
        var wire = new StudyRecord
        {
            Name = study.Name,
            Text = study.Text,
            Path = study.Path,
            Backtests = study.Backtests,
            RecordedAt = study.RecordedAt,
        };
        wire.Data.AddRange(study.DataHashes.Select(hash => HashBytes.Pack(1, _ => hash)));
        return wire;
    }

    public static StudyRecorded FromWire(StudyRecord wire) => new(
        wire.Name, wire.Text, wire.Path, [.. wire.Data.Select(bytes => HashBytes.At(bytes, 0))], wire.Backtests, wire.RecordedAt);

    public static RetryRecord ToWire(RetryRecorded retry) => new()
    {
        Keys = HashBytes.Pack(retry.Keys.Count, index => retry.Keys[index]),
        RecordedAt = retry.RecordedAt,
    };

    public static RetryRecorded FromWire(RetryRecord wire) => new(HashBytes.Unpack(wire.Keys), wire.RecordedAt);
}
