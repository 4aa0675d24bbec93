using Akka.Actor;
using Akka.Serialization;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Serialization;

/// <summary>Gives the journal's events to Akka.Persistence as bytes and back. A replay needs keys, not rows: that is what it gets.</summary>
/// <param name="system">The actor system.</param>
public sealed class JournalSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    /// <summary>Kept in every row of the journal: never to be changed.</summary>
    public const int FixedIdentifier = 5741;

    /// <inheritdoc />
    public override int Identifier => FixedIdentifier;

    /// <inheritdoc />
    public override string Manifest(object o) => JournalCodec.Manifest((JournalEvent)o);

    /// <inheritdoc />
    public override byte[] ToBinary(object obj) => JournalCodec.Encode((JournalEvent)obj);

    /// <inheritdoc />
    public override object FromBinary(byte[] bytes, string manifest) => JournalCodec.Decode(manifest, bytes, keysOnly: true);
}
