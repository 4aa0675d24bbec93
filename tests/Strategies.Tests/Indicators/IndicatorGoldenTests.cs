using Backtest.Engine.Market;
using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Every indicator against TTR 0.24.3 over 5,105 daily bars of the S&amp;P 500, warm-up included.</summary>
public sealed class IndicatorGoldenTests
{
    // TTR takes a smaller part of the first sum than Wilder does: (13 / 14) ^ 400 of the difference is below 1e-12.
    private const int BarsToForget = 400;

    private static readonly GoldenTable Ttr = GoldenTable.Read("sp500-indicators-ttr.csv.gz");
    private static readonly BarSeries Bars = Sp500.Bars;
    private static readonly int Count = Bars.Count;

    [Fact]
    public void SimpleMovingAverageEqualsTtr() => Single("SMA20", column => SimpleMovingAverage.Write(Bars.Close, 20, column));

    [Fact]
    public void ExponentialMovingAverageEqualsTtr() => Single("EMA20", column => ExponentialMovingAverage.Write(Bars.Close, 20, column));

    [Fact]
    public void WeightedMovingAverageEqualsTtr() => Single("WMA20", column => WeightedMovingAverage.Write(Bars.Close, 20, column));

    [Fact]
    public void RelativeStrengthIndexEqualsTtr() => Single("RSI14", column => RelativeStrengthIndex.Write(Bars.Close, 14, column));

    [Fact]
    public void TrueRangeEqualsTtr() => Single("TR", column => TrueRange.Write(Bars.High, Bars.Low, Bars.Close, column));

    [Fact]
    public void AverageTrueRangeEqualsTtr() =>
        Single("ATR14", column => TrueRange.WriteAverage(Bars.High, Bars.Low, Bars.Close, 14, column));

    [Fact]
    public void CommodityChannelIndexEqualsTtr() =>
        Single("CCI20", column => CommodityChannelIndex.Write(Bars.High, Bars.Low, Bars.Close, 20, column));

    [Fact]
    public void RateOfChangeEqualsTtr() => Single("ROC10", column => RateOfChange.Write(Bars.Close, 10, column));

    [Fact]
    public void OnBalanceVolumeEqualsTtr() => Single("OBV", column => OnBalanceVolume.Write(Bars.Close, Bars.Volume, column));

    [Fact]
    public void RollingDeviationEqualsTtr() => Single("SD20", column => RollingDeviation.WriteSample(Bars.Close, 20, column));

    [Fact]
    public void MovingAverageConvergenceEqualsTtr()
    {
        double[] line = new double[Count], signal = new double[Count];

        MovingAverageConvergence.Write(Bars.Close, 12, 26, 9, line, signal);

        Near.Equal(Ttr.Column("MACD"), line, "MACD");
        Near.Equal(Ttr.Column("MACDsignal"), signal, "signal");
    }

    [Fact]
    public void BollingerBandsEqualTtr()
    {
        double[] lower = new double[Count], middle = new double[Count], upper = new double[Count];

        BollingerBands.Write(Bars.Close, 20, 2, lower, middle, upper);

        Near.Equal(Ttr.Column("BBdn"), lower, "lower");
        Near.Equal(Ttr.Column("BBmid"), middle, "middle");
        Near.Equal(Ttr.Column("BBup"), upper, "upper");
    }

    [Fact]
    public void AverageDirectionalIndexEqualsTtr()
    {
        double[] index = new double[Count], plus = new double[Count], minus = new double[Count];

        AverageDirectionalIndex.Write(Bars.High, Bars.Low, Bars.Close, 14, index, plus, minus);

        Near.Equal(Ttr.Column("DIp"), plus, "+DI", BarsToForget);
        Near.Equal(Ttr.Column("DIn"), minus, "-DI", BarsToForget);
        Near.Equal(Ttr.Column("ADX14"), index, "ADX", BarsToForget);
    }

    [Fact]
    public void StochasticOscillatorEqualsTtr()
    {
        double[] fastK = new double[Count], fastD = new double[Count], slowD = new double[Count];

        StochasticOscillator.Write(Bars.High, Bars.Low, Bars.Close, 14, 3, fastK, fastD, slowD);

        Near.Equal(Ttr.Column("fastK"), fastK, "%K");
        Near.Equal(Ttr.Column("fastD"), fastD, "%D");
        Near.Equal(Ttr.Column("slowD"), slowD, "slow %D");
    }

    [Fact]
    public void DonchianChannelEqualsTtr()
    {
        double[] lower = new double[Count], middle = new double[Count], upper = new double[Count];

        DonchianChannel.Write(Bars.High, Bars.Low, 20, lower, middle, upper);

        Near.Equal(Ttr.Column("DONhigh"), upper, "upper");
        Near.Equal(Ttr.Column("DONmid"), middle, "middle");
        Near.Equal(Ttr.Column("DONlow"), lower, "lower");
    }

    private static void Single(string column, Action<double[]> write)
    {
        var written = new double[Count];
        write(written);
        Near.Equal(Ttr.Column(column), written, column);
    }
}
