using System.Security.Cryptography;
using Backtest.Storage.Journal.Wire;
using Google.Protobuf;

namespace Backtest.Storage.Journal;

/// <summary>Turns journal events into bytes and back: a checksum, then a protobuf message whose kind a manifest names.
/// The checksum is the first 16 bytes of the SHA-256 of all that follows: SQLite does not notice a changed byte.</summary>
public static class JournalCodec
{
    /// <summary>Names a <see cref="ResultsRecorded"/>.</summary>
    public const string ResultsManifest = "results.v1";

    /// <summary>Names a <see cref="StudyRecorded"/>.</summary>
    public const string StudyManifest = "study.v1";

    /// <summary>Names a <see cref="RetryRecorded"/>.</summary>
    public const string RetryManifest = "retry.v1";

    private const int ChecksumBytes = 16;

    /// <summary>The manifest of an event.</summary>
    /// <exception cref="ArgumentException">The event is not one that is written.</exception>
    public static string Manifest(JournalEvent @event) => @event switch
    {
        ResultsRecorded => ResultsManifest,
        StudyRecorded => StudyManifest,
        RetryRecorded => RetryManifest,
        _ => throw new ArgumentException($"{@event.GetType().Name} is not written to a journal", nameof(@event)),
    };

    /// <summary>The bytes of an event.</summary>
    public static byte[] Encode(JournalEvent @event)
    {
        IMessage message = @event switch
        {
            ResultsRecorded results => ResultColumnsCodec.ToWire(results),
            StudyRecorded study => RecordCodec.ToWire(study),
            RetryRecorded retry => RecordCodec.ToWire(retry),
            _ => throw new ArgumentException($"{@event.GetType().Name} is not written to a journal", nameof(@event)),
        };
        var bytes = new byte[ChecksumBytes + message.CalculateSize()];
        message.WriteTo(bytes.AsSpan(ChecksumBytes));
        WriteChecksum(bytes.AsSpan(ChecksumBytes), bytes);
        return bytes;
    }

    /// <summary>The event in <paramref name="bytes"/>; a <see cref="DamagedEvent"/> where they are not what was written.</summary>
    /// <param name="manifest">The kind of event.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="keysOnly">True to get <see cref="ResultKeysRecorded"/> in place of <see cref="ResultsRecorded"/>.</param>
    public static JournalEvent Decode(string manifest, ReadOnlySpan<byte> bytes, bool keysOnly = false)
    {
        if (bytes.Length < ChecksumBytes) return new DamagedEvent($"its {bytes.Length} bytes are too few");
        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        WriteChecksum(bytes[ChecksumBytes..], checksum);
        if (!checksum.SequenceEqual(bytes[..ChecksumBytes]))
        {
            var results = manifest == ResultsManifest ? CountResults(bytes[ChecksumBytes..]) : 0;
            return new DamagedEvent("its checksum does not match its content", results);
        }

        try
        {
            return DecodeBody(manifest, bytes[ChecksumBytes..], keysOnly);
        }
        catch (InvalidProtocolBufferException exception)
        {
            return new DamagedEvent(exception.Message);
        }
    }

    private static JournalEvent DecodeBody(string manifest, ReadOnlySpan<byte> body, bool keysOnly) => manifest switch
    {
        ResultsManifest when keysOnly => ResultColumnsCodec.FromWire(
            ResultKeys.Parser.WithDiscardUnknownFields(true).ParseFrom(body)),
        ResultsManifest => ResultColumnsCodec.FromWire(ResultColumns.Parser.ParseFrom(body)),
        StudyManifest => RecordCodec.FromWire(StudyRecord.Parser.ParseFrom(body)),
        RetryManifest => RecordCodec.FromWire(RetryRecord.Parser.ParseFrom(body)),
        _ => throw new NotSupportedException(
            $"the journal holds an event '{manifest}' that this version does not know: it was written by a newer one"),
    };

    /// <summary>How many results a damaged batch seems to hold; most damage leaves the lengths of its columns alone.</summary>
    private static int CountResults(ReadOnlySpan<byte> body)
    {
        try
        {
            return ResultKeys.Parser.WithDiscardUnknownFields(true).ParseFrom(body).Statuses.Length;
        }
        catch (InvalidProtocolBufferException)
        {
            return 0;
        }
    }

    private static void WriteChecksum(ReadOnlySpan<byte> body, Span<byte> checksum)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        digest[..ChecksumBytes].CopyTo(checksum);
    }
}
