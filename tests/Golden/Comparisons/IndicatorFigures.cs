namespace Backtest.Goldens;

/// <summary>Compares indicators over the daily bars of the S&amp;P 500 with the columns of a referee's table, warm-up included.</summary>
/// <param name="file">The table. Where it has a column <c>bar</c>, that is the bar of each row; else every bar has a row.</param>
internal sealed class IndicatorFigures(string file)
{
    private const int Fewest = 200;

    private readonly GoldenTable _table = GoldenTable.Read(file);

    /// <summary>Equal to 1e-9 of each figure or of the size that its column usually has; undefined where the figure is.</summary>
    /// <param name="deviations">Keeps how far apart they are.</param>
    /// <param name="column">The referee's column.</param>
    /// <param name="from">The first bar compared: 0, or where a different beginning is forgotten.</param>
    /// <param name="actual">The indicator's column.</param>
    /// <param name="tolerance">Infinite for a column that is known to differ.</param>
    public void Check(Deviations deviations, string column, int from, double[] actual, double tolerance = Deviations.Usual)
    {
        var expected = _table.Column(column);
        var bars = _table.HasColumn("bar") ? _table.Column("bar") : null;
        if (actual.Length != Sp500.Bars.Count) deviations.Same(Sp500.Bars.Count, actual.Length, $"bars of {column}");
        var size = expected.Where(double.IsFinite).Average(Math.Abs);
        var before = deviations.Count;
        for (var row = 0; row < expected.Length; row++)
        {
            var bar = bars is null ? row : (int)bars[row];
            if (bar >= from) deviations.Near(expected[row], actual[bar], $"{column}[{bar}]", tolerance, size);
        }

        var compared = deviations.Count - before;
        if (compared < Fewest) throw new InvalidOperationException($"{column}: only {compared} figures compared");
    }

    /// <summary>All columns of a table.</summary>
    public void CheckAll(Deviations deviations, IReadOnlyDictionary<string, (int From, Func<double[]> Compute)> columns)
    {
        foreach (var (column, (from, compute)) in columns) Check(deviations, column, from, compute());
    }

    /// <summary>One of the columns that an indicator writes.</summary>
    /// <param name="at">Which.</param>
    /// <param name="count">How many it writes.</param>
    /// <param name="write">Writes them.</param>
    public static double[] Column(int at, int count, Action<double[][]> write)
    {
        double[][] columns = [.. Enumerable.Range(0, count).Select(_ => new double[Sp500.Bars.Count])];
        write(columns);
        return columns[at];
    }

    /// <summary>The column of an indicator that writes one.</summary>
    public static double[] Column(Action<double[]> write) => Column(0, 1, columns => write(columns[0]));
}
