using Backtest.Engine.Market;
using Backtest.Strategies.Indicators;
using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks.Micro;

/// <summary>Indicator columns over 17,520 bars. Times are for one bar.</summary>
[MemoryDiagnoser]
public class IndicatorBenchmarks
{
    private const int Bars = 17_520;
    private readonly BarSeries _series = SyntheticBars.Create("SYN", Timeframe.Hour, Bars, 7);
    private readonly double[] _one = new double[Bars], _two = new double[Bars], _three = new double[Bars];

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Sma() => SimpleMovingAverage.Write(_series.Close, 50, _one);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Ema() => ExponentialMovingAverage.Write(_series.Close, 50, _one);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Wma() => WeightedMovingAverage.Write(_series.Close, 50, _one);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Rsi() => RelativeStrengthIndex.Write(_series.Close, 14, _one);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Macd() => MovingAverageConvergence.Write(_series.Close, 12, 26, 9, _one, _two);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Bollinger() => BollingerBands.Write(_series.Close, 20, 2, _one, _two, _three);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Donchian() => DonchianChannel.Write(_series.High, _series.Low, 20, _one, _two, _three);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Cci() => CommodityChannelIndex.Write(_series.High, _series.Low, _series.Close, 20, _one);

    [Benchmark(OperationsPerInvoke = Bars)]
    public void Adx() => AverageDirectionalIndex.Write(_series.High, _series.Low, _series.Close, 14, _one, _two, _three);
}
