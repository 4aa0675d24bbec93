using Backtest.Engine.Signals;

namespace Backtest.Strategies.Indicators;

/// <summary>Columns of a market's cache, written by an indicator.</summary>
internal static class SharedColumns
{
    /// <summary>The column under a key.</summary>
    public static ReadOnlySpan<double> One(this MarketView market, ColumnKey key, Action<MarketView, ColumnKey, double[]> write) =>
        market.Many(key, 1, (view, parameters, columns) => write(view, parameters, columns[0]))[0];

    /// <summary>The columns under a key.</summary>
    public static double[][] Many(this MarketView market, ColumnKey key, int count, Action<MarketView, ColumnKey, double[][]> write) =>
        market.Columns(key, (view, parameters) =>
        {
            var columns = new double[count][];
            for (var i = 0; i < count; i++) columns[i] = new double[view.Count];
            write(view, parameters, columns);
            return columns;
        });
}
