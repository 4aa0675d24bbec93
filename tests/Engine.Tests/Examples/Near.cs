namespace Backtest.Engine.Tests.Examples;

/// <summary>Compares numbers that were computed in two ways.</summary>
internal static class Near
{
    public const double Tolerance = 1e-9;

    /// <summary>Equal to <paramref name="tolerance"/> of the larger of 1 and the expected; NaN equals NaN.</summary>
    public static void Equal(double expected, double actual, string what, double tolerance = Tolerance)
    {
        if (expected.Equals(actual)) return;
        var difference = Math.Abs(expected - actual) / Math.Max(1, Math.Abs(expected));
        Assert.True(difference <= tolerance, $"{what}: expected {expected:R}, got {actual:R}, off by {difference:E2}");
    }

    /// <summary>Equal to the bit.</summary>
    public static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(expected[i].Equals(actual[i]), $"{what}[{i}]: expected {expected[i]:R}, got {actual[i]:R}");
    }
}
