using Backtest.Engine.Market;
using Backtest.Storage.Bars;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Import;

/// <summary>The same two bars in the words of every exporter.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Daily = """
        date,open,high,low,close,volume
        2024-01-02,10,12,9,11,100
        2024-01-03,11,13,10,12,200

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Texts => new()
    {
        { "ohlcv", Daily },
        { "other order, semicolons", "Volume;Close;Low;High;Open;Time\n100;11;9;12;10;2024-01-02\n200;12;10;13;11;2024-01-03\n" },
        { "blank lines, CRLF and a byte order mark", "\uFEFF" + Daily.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "yahoo", "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,10,12,9,11,10.5,100\n2024-01-03,11,13,10,12,11.5,200\n" },
        { "tabs, capitals and other columns", "DATETIME\tSymbol\tOPEN\tHIGH\tLOW\tCLOSE\tVOL\n2024-01-02 00:00:00\tX\t10\t12\t9\t11\t100\n"
            + "2024-01-03 00:00:00\tX\t11\t13\t10\t12\t200\n" },
        { "quotes and blanks",
            "\"Date\", \"Open\", \"High\", \"Low\", \"Close\", \"Volume\"\n"
            + "\"2024-01-02\", 10, 12, 9, 11, \"100\"\n2024-01-03, 11, 13, 10, 12, 200\n" },
        { "exponents and days without hyphens", "date,open,high,low,close,volume\n20240102,1e1,1.2E1,9,11,1e+2\n20240103,11,13,10,12,2e2\n" },
        { "epoch seconds", "timestamp,open,high,low,close,volume\n1704153600,10,12,9,11,100\n1704240000,11,13,10,12,200\n" },
        { "binance", Binance(1) },
        { "binance with a header", "open_time,open,high,low,close,volume,close_time,quote_volume,count,a,b,ignore\n" + Binance(1) },
        { "binance microseconds", Binance(1000) },
        { "binance microseconds with a header", "open_time,open,high,low,close,volume,close_time,quote_volume,count,a,b,ignore\n" + Binance(1000) },
        { "ccxt", "[[1704153600000,10,12,9,11,100],[1704240000000,11,13,10,12,200]]" },
        { "freqtrade", "[\n  [1704153600000, 10.0, 12.0, 9.0, 11.0, 100.0],\n  [1704240000000, 11.0, 13.0, 10.0, 12.0, 200.0]\n]\n" },
        {
            "local midnights", "Date,Open,High,Low,Close,Adj Close,Volume\n"
            + "2024-01-02 00:00:00-05:00,10,12,9,11,1,100\n2024-01-03 00:00:00-05:00,11,13,10,12,1,200\n"
        },
        { "lean daily", "20240102 00:00,100000,120000,90000,110000,100\n20240103 00:00,110000,130000,100000,120000,200\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryFormatGivesTheSameBars(string what, string text)
    {
        var options = new BarFileOptions("X", Timeframe.Day, what == "lean daily" ? "lean-equity" : "auto");

        var bars = BarFile.Read(_folder.Write("bars", text), options);

        AssertTwoBars(bars);
    }

    [Fact]
    public void GzipAndZipAreUnpacked()
    {
        AssertTwoBars(BarFile.Read(_folder.WriteGzip("bars.csv.gz", Daily), new BarFileOptions("X")));
        AssertTwoBars(BarFile.Read(_folder.WriteZip("bars.zip", ("bars.csv", Daily)), new BarFileOptions("X")));
    }

    [Fact]
    public void TimesMayMeanTheClose()
    {
        var path = _folder.Write("bars.csv", "time,open,high,low,close,volume\n2024-01-02T01:00:00Z,1,1,1,1,1\n2024-01-02T02:00:00Z,1,1,1,1,1\n");

        var open = BarFile.Read(path, new BarFileOptions("X"));
        var close = BarFile.Read(path, new BarFileOptions("X", Timestamps: TimestampMeaning.Close));

        Assert.Equal(new DateTime(2024, 1, 2, 2, 0, 0).Ticks, open.CloseTimes[0]);
        Assert.Equal(new DateTime(2024, 1, 2, 1, 0, 0).Ticks, close.CloseTimes[0]);
        Assert.Equal(Timeframe.Hour, open.Timeframe);
    }

    [Fact]
    public void TheSampleOfTheProjectHasItsBars()
    {
        var bars = BarFile.Read(Path.Combine(AppContext.BaseDirectory, "Examples", "sp500-2000.csv"), new BarFileOptions("SPX"));

        Assert.Equal((5105, Timeframe.Day), (bars.Count, bars.Timeframe));
        Assert.Equal(new DateTime(2000, 1, 4).Ticks, bars.CloseTimes[0]);
        Assert.Equal(new DateTime(2020, 4, 18).Ticks, bars.CloseTimes[^1]);
        Assert.Equal(1455.219971, bars.Close[0]);
    }

    private static string Binance(long unit) => string.Join('\n',
        $"{1704153600000 * unit},10,12,9,11,100,{1704239999999 * unit},1,1,1,1,0",
        $"{1704240000000 * unit},11,13,10,12,200,{1704326399999 * unit},1,1,1,1,0");

    private static void AssertTwoBars(BarSeries bars)
    {
        Assert.Equal(2, bars.Count);
        Assert.Equal(new Bar(new DateTime(2024, 1, 3).Ticks, 10, 12, 9, 11, 100), bars[0]);
        Assert.Equal(new Bar(new DateTime(2024, 1, 4).Ticks, 11, 13, 10, 12, 200), bars[1]);
    }
}
