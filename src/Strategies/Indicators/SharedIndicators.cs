using Backtest.Engine.Signals;

namespace Backtest.Strategies.Indicators;

/// <summary>Indicators over a market's bars, computed once for all backtests that ask for the same ones.</summary>
public static class SharedIndicators
{
    /// <summary>Simple moving average of the close.</summary>
    public static ReadOnlySpan<double> Sma(this MarketView market, int period) => market.Columns(
        new ColumnKey("sma", period),
        static (market, key) =>
        {
            var average = new double[market.Count];
            SimpleMovingAverage.Write(market.Close, (int)key.First, average);
            return [average];
        })[0];

    /// <summary>Exponential moving average of the close.</summary>
    public static ReadOnlySpan<double> Ema(this MarketView market, int period) => market.Columns(
        new ColumnKey("ema", period),
        static (market, key) =>
        {
            var average = new double[market.Count];
            ExponentialMovingAverage.Write(market.Close, (int)key.First, average);
            return [average];
        })[0];

    /// <summary>MACD of the close: line, then signal.</summary>
    public static double[][] Macd(this MarketView market, int fast, int slow, int signal) => market.Columns(
        new ColumnKey("macd", fast, slow, signal),
        static (market, key) =>
        {
            double[] line = new double[market.Count], signal = new double[market.Count];
            MovingAverageConvergence.Write(market.Close, (int)key.First, (int)key.Second, (int)key.Third, line, signal);
            return [line, signal];
        });

    /// <summary>Relative strength index of the close.</summary>
    public static ReadOnlySpan<double> Rsi(this MarketView market, int period) => market.Columns(
        new ColumnKey("rsi", period),
        static (market, key) =>
        {
            var index = new double[market.Count];
            RelativeStrengthIndex.Write(market.Close, (int)key.First, index);
            return [index];
        })[0];

    /// <summary>Bollinger bands of the close: lower, middle, upper.</summary>
    public static double[][] Bollinger(this MarketView market, int period, double width) => market.Columns(
        new ColumnKey("bollinger", period, width),
        static (market, key) =>
        {
            double[] lower = new double[market.Count], middle = new double[market.Count], upper = new double[market.Count];
            BollingerBands.Write(market.Close, (int)key.First, key.Second, lower, middle, upper);
            return [lower, middle, upper];
        });

    /// <summary>Highest high of the bars before the current one.</summary>
    public static ReadOnlySpan<double> HighestBefore(this MarketView market, int period) => market.Columns(
        new ColumnKey("highest-before", period),
        static (market, key) =>
        {
            var highest = new double[market.Count];
            RollingExtremes.WriteHighest(market.High, (int)key.First, highest);
            return [Delayed(highest)];
        })[0];

    /// <summary>Lowest low of the bars before the current one.</summary>
    public static ReadOnlySpan<double> LowestBefore(this MarketView market, int period) => market.Columns(
        new ColumnKey("lowest-before", period),
        static (market, key) =>
        {
            var lowest = new double[market.Count];
            RollingExtremes.WriteLowest(market.Low, (int)key.First, lowest);
            return [Delayed(lowest)];
        })[0];

    /// <summary>Rate of change of the close.</summary>
    public static ReadOnlySpan<double> Roc(this MarketView market, int period) => market.Columns(
        new ColumnKey("roc", period),
        static (market, key) =>
        {
            var rate = new double[market.Count];
            RateOfChange.Write(market.Close, (int)key.First, rate);
            return [rate];
        })[0];

    private static double[] Delayed(double[] column)
    {
        Array.Copy(column, 0, column, 1, column.Length - 1);
        column[0] = double.NaN;
        return column;
    }
}
