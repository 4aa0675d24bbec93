using Backtest.Engine.Market;
using Backtest.Storage.Bars;
using Backtest.Storage.Problems;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Import;

/// <summary>LEAN's files, in the folders that LEAN keeps them in.</summary>
public sealed class LeanCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SharesHaveScaledPrices()
    {
        var file = Zip(
            "equity/usa/daily", "spy.zip", "spy.csv",
            "20240102 00:00,4721600,4736700,4704900,4726500,123007793\n"
            + "20240103 00:00,4704300,4711900,4681700,4687900,103585914\n");

        var bars = BarFile.Read(file, new BarFileOptions("SPY"));

        Assert.Equal(Timeframe.Day, bars.Timeframe);
        Assert.Equal(new Bar(new DateTime(2024, 1, 3).Ticks, 472.16, 473.67, 470.49, 472.65, 123007793), bars[0]);
    }

    [Fact]
    public void SharesByTheHourAreOnTheClockOfNewYork()
    {
        var file = Zip(
            "equity/usa/hour", "spy.zip", "spy.csv", "20240308 15:00,10000,10000,10000,10000,1\n20240311 09:00,10000,10000,10000,10000,1\n");

        var bars = BarFile.Read(file, new BarFileOptions("SPY", Timeframe.Hour));

        // Winter time on the Friday, summer time on the Monday.
        Assert.Equal([new DateTime(2024, 3, 8, 21, 0, 0).Ticks, new DateTime(2024, 3, 11, 14, 0, 0).Ticks], bars.CloseTimes.ToArray());
    }

    [Fact]
    public void CryptocurrenciesHavePricesAsTheyAreInUtc()
    {
        var file = Zip(
            "crypto/coinbase/hour", "btcusd_trade.zip", "btcusd.csv",
            "20240102 00:00,45000,46000,44000,45500,12.5\n20240102 01:00,45500,45600,45100,45200,3.25\n");

        var bars = BarFile.Read(file, new BarFileOptions("BTCUSD"));

        Assert.Equal(Timeframe.Hour, bars.Timeframe);
        Assert.Equal(new Bar(new DateTime(2024, 1, 2, 1, 0, 0).Ticks, 45000, 46000, 44000, 45500, 12.5), bars[0]);
    }

    [Fact]
    public void FinerBarsHaveTheirDayInTheNameOfTheFile()
    {
        var file = Zip(
            "crypto/coinbase/minute/btcusd", "20240102_trade.zip", "20240102_btcusd_minute_trade.csv",
            "0,45000.5,46000,44000,45500,1\n60000,45500,45600,45100,45200,2\n");

        var bars = BarFile.Read(file, new BarFileOptions("BTCUSD"));

        Assert.Equal(new Timeframe(1, TimeframeUnit.Minute), bars.Timeframe);
        Assert.Equal([new DateTime(2024, 1, 2, 0, 1, 0).Ticks, new DateTime(2024, 1, 2, 0, 2, 0).Ticks], bars.CloseTimes.ToArray());
        Assert.Equal(45000.5, bars.Open[0]);
    }

    [Fact]
    public void WholePricesThatNothingTellsApartAreRefusedWithBothNames()
    {
        var file = _folder.Write("bars.csv", "20240102 00:00,10,12,9,11,100\n20240103 00:00,11,13,10,12,200\n");

        var refused = Assert.Throws<InputException>(() => BarFile.Read(file, new BarFileOptions("X")));

        Assert.Contains("say format lean-equity (shares, options) or lean (everything else)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(10, BarFile.Read(file, new BarFileOptions("X", Format: "lean")).Open[0]);
        Assert.Equal(0.001, BarFile.Read(file, new BarFileOptions("X", Format: "lean-equity")).Open[0]);
    }

    private string Zip(string folder, string file, string entry, string content)
    {
        Directory.CreateDirectory(_folder[folder]);
        return _folder.WriteZip($"{folder}/{file}", (entry, content));
    }
}
