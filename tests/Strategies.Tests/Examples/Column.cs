namespace Backtest.Strategies.Tests.Examples;

/// <summary>Computes and compares columns of hand-made examples.</summary>
internal static class Column
{
    public const double Undefined = double.NaN;

    /// <summary>A column that <paramref name="write"/> fills; it holds rubbish before.</summary>
    public static double[] Of(int count, Action<double[]> write)
    {
        double[] column = [.. Enumerable.Repeat(-1e9, count)];
        write(column);
        return column;
    }

    /// <summary>Equal to twelve digits, and undefined where the expected is.</summary>
    public static void Equal(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var bar = 0; bar < expected.Length; bar++)
        {
            if (double.IsNaN(expected[bar]) && double.IsNaN(actual[bar])) continue;
            var difference = Math.Abs(expected[bar] - actual[bar]) / Math.Max(1, Math.Abs(expected[bar]));
            Assert.True(difference <= 1e-12, $"bar {bar}: expected {expected[bar]:R}, got {actual[bar]:R}");
        }
    }
}
