using Backtest.Engine.Numerics;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;

namespace Backtest.Storage.Tests.Journal;

/// <summary>Bytes that were written once must be read for ever: these are never to be changed, only added to.</summary>
public sealed class JournalFormatTests
{
    private const string Results =
        "f23d631f104d99d43727ac0ae2ce8f560a200200000000000000010000000000000004000000000000000300000000000000122068411210c2d9f63e"
        + "73e9a4f0fa5807c6388037384a76d7cd34c30367b11a5d301a0200012203fc01002a10000000000000d03f000000000000f8ff3210000000000000c0"
        + "3f000000000000f8ff3a109a9999999999c93f000000000000f8ff4210000000000000f83f000000000000f8ff4a1000000000000002400000000000"
        + "00f8ff5210000000000000e43f000000000000f8ff5a109a9999999999c9bf000000000000f8ff62021e006a020c0072020b007a10000000000000e8"
        + "3f000000000000f8ff820110cdccccccccccfc3f000000000000f8ff8a01100000000000002940000000000000f8ff920110000000000000e03f0000"
        + "00000000f8ff9a01100000000000001040000000000000f8ffa201100000000000000a40000000000000f8ffaa011000000000006ac8400000000000"
        + "00f8fff2013c0801122053797374656d2e496e76616c69644f7065726174696f6e457863657074696f6e1a0b706f69736f6e656420c3a42209617420"
        + "486572652829c202130a056c6f63616c1208776f726b65722d311801c202140a066e6f64652d321208776f726b65722d371802ca02020001d0028080"
        + "9e8ee1a5caee08";

    private const string Study =
        "1f35a644bb5ed6bb53f53879e82b4c760a057370353030120d73747564793a2073703530300a1a132f737475646965732f73703530302e79616d6c22"
        + "100600000000000000050000000000000028e05d3081809e8ee1a5caee08";

    private const string Retry =
        "2e45c598eb47858ae1f3655510c13dc00a10040000000000000003000000000000001082809e8ee1a5caee08";

    private static readonly Metrics Metrics = new(
        252, 0.25, 0.125, 0.2, 1.5, 2.25, 0.625, -0.2, 30, 12, 11, 0.75, 1.8, 12.5, 0.5, 4.0, 3.25, 12500);

    private static readonly BacktestError Error = new("System.InvalidOperationException", "poisoned ä", "at Here()");

    [Fact]
    public void ResultsOfTheFirstVersionAreRead()
    {
        var read = Assert.IsType<ResultsRecorded>(Decode(JournalCodec.ResultsManifest, Results));

        Assert.Equal(638712000000000000, read.RecordedAt);
        Assert.Equal(
            [
                new RecordedResult(
                    new BacktestResult(Hash(1, 2), ResultStatus.Done, Metrics, Parse("c60758faf0a4e9733ef6d9c210124168"), null),
                    new Provenance("local", "worker-1", 1)),
                new RecordedResult(
                    new BacktestResult(Hash(3, 4), ResultStatus.Failed, Metrics.Undefined, Parse("305d1ab16703c334cdd7764a38378038"), Error),
                    new Provenance("node-2", "worker-7", 2)),
            ],
            read.Rows);
    }

    [Fact]
    public void KeysOfTheFirstVersionAreRead()
    {
        var read = Assert.IsType<ResultKeysRecorded>(Decode(JournalCodec.ResultsManifest, Results, keysOnly: true));

        Assert.Equal([(Hash(1, 2), ResultStatus.Done), (Hash(3, 4), ResultStatus.Failed)], read.Rows.Select(row => (row.Key, row.Status)));
    }

    [Fact]
    public void AStudyOfTheFirstVersionIsRead()
    {
        var read = Assert.IsType<StudyRecorded>(Decode(JournalCodec.StudyManifest, Study));

        Assert.Equal([Hash(5, 6)], read.DataHashes);
        Assert.Equal(
            new StudyRecorded("sp500", "study: sp500\n", "/studies/sp500.yaml", [], 12_000, 638712000000000001), read with { DataHashes = [] });
    }

    [Fact]
    public void ARetryOfTheFirstVersionIsRead()
    {
        var read = Assert.IsType<RetryRecorded>(Decode(JournalCodec.RetryManifest, Retry));

        Assert.Equal((638712000000000002, Hash(3, 4)), (read.RecordedAt, Assert.Single(read.Keys)));
    }

    [Fact]
    public void ManifestsOfTheFirstVersionStay() =>
        Assert.Equal(("results.v1", "study.v1", "retry.v1"), (JournalCodec.ResultsManifest, JournalCodec.StudyManifest, JournalCodec.RetryManifest));

    private static JournalEvent Decode(string manifest, string hex, bool keysOnly = false) =>
        JournalCodec.Decode(manifest, Convert.FromHexString(hex), keysOnly);

    private static Hash128 Hash(ulong high, ulong low) => new(new UInt128(high, low));

    private static Hash128 Parse(string digits) => Hash128.TryParse(digits, out var hash) ? hash : throw new FormatException(digits);
}
