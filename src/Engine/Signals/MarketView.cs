using Backtest.Engine.Market;

namespace Backtest.Engine.Signals;

/// <summary>What a strategy sees: the bars of its backtest and a cache of columns computed from them.</summary>
/// <param name="slice">The bars, warm-up included.</param>
/// <param name="columns">Where computed columns are kept for other backtests.</param>
public sealed class MarketView(BarSlice slice, ColumnCache columns)
{
    /// <summary>The number of bars, warm-up included.</summary>
    public int Count => slice.Count;

    /// <summary>Index of the first bar on which an order may be placed.</summary>
    public int First => slice.First;

    /// <summary>Close times in UTC ticks.</summary>
    public ReadOnlySpan<long> CloseTimes => slice.CloseTimes;

    /// <summary>Open prices.</summary>
    public ReadOnlySpan<double> Open => slice.Open;

    /// <summary>High prices.</summary>
    public ReadOnlySpan<double> High => slice.High;

    /// <summary>Low prices.</summary>
    public ReadOnlySpan<double> Low => slice.Low;

    /// <summary>Close prices.</summary>
    public ReadOnlySpan<double> Close => slice.Close;

    /// <summary>Volumes.</summary>
    public ReadOnlySpan<double> Volume => slice.Volume;

    /// <summary>The columns that <paramref name="compute"/> gives for these bars, from the cache where another backtest had them computed.</summary>
    /// <param name="key">Names the indicator and its parameters; one key must always mean the same columns.</param>
    /// <param name="compute">Gives one or more columns of <see cref="Count"/> numbers, NaN where undefined.</param>
    public double[][] Columns(ColumnKey key, Func<MarketView, ColumnKey, double[][]> compute) =>
        columns.GetOrAdd(slice, key, () => compute(this, key));
}
