namespace Backtest.Strategies.Tests.Golden;

/// <summary>Compares with a referee's figures.</summary>
internal static class Near
{
    public const double Tolerance = 1e-9;

    public static void Equal(double expected, double actual, string what, double tolerance = Tolerance)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        var difference = Math.Abs(expected - actual) / Math.Max(1, Math.Abs(expected));
        Assert.True(difference <= tolerance, $"{what}: expected {expected:R}, got {actual:R}, off by {difference:E2}");
    }

    /// <summary>Every defined figure of the referee, from row <paramref name="from"/> on, and no figure where the referee has none.</summary>
    public static void Equal(double[] expected, ReadOnlySpan<double> actual, string what, int from = 0)
    {
        Assert.Equal(expected.Length, actual.Length);
        var compared = 0;
        for (var i = from; i < expected.Length; i++)
        {
            Equal(expected[i], actual[i], $"{what}[{i}]");
            if (!double.IsNaN(expected[i])) compared++;
        }

        Assert.True(compared > expected.Length / 2, $"{what}: only {compared} figures compared");
    }
}
