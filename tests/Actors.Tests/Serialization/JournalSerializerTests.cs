using Akka.Serialization;
using Akka.TestKit.Xunit2;
using Backtest.Actors.Hosting;
using Backtest.Actors.Serialization;
using Backtest.Actors.Tests.Examples;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Actors.Tests.Serialization;

public sealed class JournalSerializerTests : TestKit
{
    public JournalSerializerTests()
        : base(BacktestConfiguration.Create(new StoreDirectory("unused"), QuickSystem.Intervals))
    {
    }

    [Fact]
    public void EveryEventIsBoundToTheSerializerWhoseNumberIsInTheJournal()
    {
        Assert.Equal(5741, JournalSerializer.FixedIdentifier);
        foreach (var type in new[] { typeof(ResultsRecorded), typeof(StudyRecorded), typeof(RetryRecorded) })
            Assert.Equal(5741, Sys.Serialization.FindSerializerForType(type).Identifier);
    }

    [Fact]
    public void AReplayGetsKeysWithoutRows()
    {
        var rows = ExampleResults.Rows(0, 5);
        var serializer = (SerializerWithStringManifest)Sys.Serialization.FindSerializerForType(typeof(ResultsRecorded));
        var written = new ResultsRecorded(rows, 1);

        var read = (ResultKeysRecorded)serializer.FromBinary(serializer.ToBinary(written), serializer.Manifest(written));

        Assert.Equal(rows.Select(row => (row.Result.Key, row.Result.Hash, row.Result.Status)), read.Rows);
    }
}
