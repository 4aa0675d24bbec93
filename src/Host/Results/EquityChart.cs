using System.Text;

namespace Backtest.Host.Results;

/// <summary>Draws a curve in a text with dots of braille, two by four to a letter.</summary>
internal static class EquityChart
{
    private const char Blank = '\u2800';

    /// <summary>The bit of each dot, by row and column inside a letter.</summary>
    private static readonly int[,] Dots = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    /// <summary>The lines of a chart, each of <paramref name="width"/> letters; the highest value touches the top, the lowest the bottom.</summary>
    /// <param name="values">The curve; one value at least.</param>
    /// <param name="width">Letters across; 1 or more.</param>
    /// <param name="height">Lines; 1 or more.</param>
    public static IReadOnlyList<string> Draw(IReadOnlyList<double> values, int width, int height)
    {
        var (columns, rows) = (2 * width, 4 * height);
        var (low, high) = (values.Min(), values.Max());
        var cells = new int[height, width];
        var previous = -1;
        for (var column = 0; column < columns; column++)
        {
            var at = Row(values[(int)((values.Count - 1L) * column / Math.Max(1, columns - 1))], low, high, rows);
            var (from, to) = previous < 0 ? (at, at) : (Math.Min(at, previous), Math.Max(at, previous));

            // A steep step is drawn as a stroke, so that the curve has no holes.
            for (var row = from; row <= to; row++) cells[row / 4, column / 2] |= Dots[row % 4, column % 2];
            previous = at;
        }

        return [.. Enumerable.Range(0, height).Select(line => Line(cells, line, width))];
    }

    private static int Row(double value, double low, double high, int rows) =>
        high > low ? (int)Math.Round((high - value) / (high - low) * (rows - 1)) : rows - 1;

    private static string Line(int[,] cells, int line, int width)
    {
        var text = new StringBuilder(width);
        for (var i = 0; i < width; i++) text.Append((char)(Blank + cells[line, i]));
        return text.ToString();
    }
}
