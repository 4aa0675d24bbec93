using Backtest.Engine.Market;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Compares indicators over the daily bars of the S&amp;P 500 with the columns of a referee's table, warm-up included.</summary>
/// <param name="file">The table. Where it has a column <c>bar</c>, that is the bar of each row; else every bar has a row.</param>
internal sealed class IndicatorFigures(string file)
{
    private readonly GoldenTable _table = GoldenTable.Read(file);

    public static BarSeries Bars => Sp500.Bars;

    /// <summary>Equal to 1e-9 of each figure or of the size that its column usually has; undefined where the figure is.</summary>
    /// <param name="column">The referee's column.</param>
    /// <param name="from">The first bar compared: 0, or where a different beginning is forgotten.</param>
    /// <param name="actual">The indicator's column.</param>
    public void Check(string column, int from, double[] actual)
    {
        var expected = _table.Column(column);
        var bars = _table.HasColumn("bar") ? _table.Column("bar") : null;
        Assert.Equal(Bars.Count, actual.Length);
        var size = expected.Where(double.IsFinite).Average(Math.Abs);
        var compared = 0;
        for (var row = 0; row < expected.Length; row++)
        {
            var bar = bars is null ? row : (int)bars[row];
            if (bar < from) continue;
            var (figure, value) = (expected[row], actual[bar]);
            Assert.True(
                double.IsNaN(figure) ? double.IsNaN(value) : Math.Abs(figure - value) <= Near.Tolerance * Math.Max(size, Math.Abs(figure)),
                $"{column}[{bar}]: expected {figure:R}, got {value:R}");
            if (!double.IsNaN(figure)) compared++;
        }

        Assert.True(compared >= 200, $"{column}: only {compared} figures compared");
    }

    /// <summary>One of the columns that an indicator writes.</summary>
    /// <param name="at">Which.</param>
    /// <param name="count">How many it writes.</param>
    /// <param name="write">Writes them.</param>
    public static double[] Column(int at, int count, Action<double[][]> write)
    {
        double[][] columns = [.. Enumerable.Range(0, count).Select(_ => new double[Bars.Count])];
        write(columns);
        return columns[at];
    }

    /// <summary>The column of an indicator that writes one.</summary>
    public static double[] Column(Action<double[]> write) => Column(0, 1, columns => write(columns[0]));
}
