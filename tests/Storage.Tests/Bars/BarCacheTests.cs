using Backtest.Engine.Market;
using Backtest.Storage.Bars;
using Backtest.Storage.Problems;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Bars;

public sealed class BarCacheTests : IDisposable
{
    private static readonly BarFileOptions Options = new("X", Timeframe.Hour);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheSecondReadGivesTheSameBarsFromTheEntry()
    {
        var source = Source(1);
        var cache = new BarCache(_folder["cache"]);

        var first = cache.Read(source, Options);
        var entry = Assert.Single(Directory.GetFiles(_folder["cache"]));
        var written = File.GetLastWriteTimeUtc(entry);
        var second = cache.Read(source, Options);

        AssertEqual(first, second);
        Assert.Equal(written, File.GetLastWriteTimeUtc(entry));
    }

    [Fact]
    public void ARenamedCopyUsesTheSameEntryUnderItsOwnSymbol()
    {
        var source = Source(1);
        var cache = new BarCache(_folder["cache"]);
        cache.Read(source, Options);
        File.Copy(source, _folder["copy.csv"]);

        var copy = cache.Read(_folder["copy.csv"], Options with { Symbol = "Y" });

        Assert.Equal("Y", copy.Symbol);
        Assert.Single(Directory.GetFiles(_folder["cache"]));
    }

    [Fact]
    public void AChangedSourceIsReadAnewEvenWhereLengthAndTimeAreTheSame()
    {
        var source = Source(1);
        var cache = new BarCache(_folder["cache"]);
        var before = cache.Read(source, Options);
        var (time, text) = (File.GetLastWriteTimeUtc(source), File.ReadAllText(source));
        File.WriteAllText(source, text[..^2] + (text[^2] == '1' ? '2' : '1') + "\n");
        File.SetLastWriteTimeUtc(source, time);

        var after = cache.Read(source, Options);

        Assert.NotEqual(before.ContentHash, after.ContentHash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(30)]
    [InlineData(70)]
    [InlineData(-1)]
    public void ADamagedEntryIsParsedAnew(int at)
    {
        var source = Source(1);
        var cache = new BarCache(_folder["cache"]);
        var first = cache.Read(source, Options);
        var entry = Directory.GetFiles(_folder["cache"])[0];
        var bytes = File.ReadAllBytes(entry);
        bytes[at < 0 ? ^1 : at] ^= 1;
        File.WriteAllBytes(entry, bytes);

        var again = cache.Read(source, Options);

        AssertEqual(first, again);
    }

    [Fact]
    public void ATruncatedEntryIsParsedAnew()
    {
        var source = Source(1);
        var cache = new BarCache(_folder["cache"]);
        var first = cache.Read(source, Options);
        var entry = Directory.GetFiles(_folder["cache"])[0];
        File.WriteAllBytes(entry, File.ReadAllBytes(entry)[..100]);

        AssertEqual(first, cache.Read(source, Options));
    }

    [Fact]
    public void ABadFileIsRefusedAndLeavesNoEntry()
    {
        var cache = new BarCache(_folder["cache"]);

        Assert.Throws<InputException>(() => cache.Read(_folder.Write("bad.csv", "name,age\nAnna,7\n"), Options));

        Assert.False(Directory.Exists(_folder["cache"]));
    }

    private string Source(ulong seed)
    {
        var text = new StringWriter();
        BarCsv.Write(text, SyntheticBars.Create("X", Timeframe.Hour, 500, seed));
        return _folder.Write("bars.csv", text.ToString());
    }

    private static void AssertEqual(BarSeries expected, BarSeries actual)
    {
        Assert.Equal(expected.ContentHash, actual.ContentHash);
        Assert.Equal(expected.Timeframe, actual.Timeframe);
        Assert.Equal(Enumerable.Range(0, expected.Count).Select(bar => expected[bar]), Enumerable.Range(0, actual.Count).Select(bar => actual[bar]));
    }
}
