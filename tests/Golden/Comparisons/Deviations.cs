namespace Backtest.Goldens;

/// <summary>Compares figures of the engine with a referee's and keeps how far apart they are.</summary>
internal sealed class Deviations
{
    public const double Usual = 1e-9;

    /// <summary>Figures compared; undefined ones do not count.</summary>
    public int Count { get; private set; }

    /// <summary>The largest difference, in units of its figure.</summary>
    public double Absolute { get; private set; }

    /// <summary>The largest difference as a share of its figure's size, or of 1 where the size is less.</summary>
    public double Relative { get; private set; }

    /// <summary>The first figure that is further away than its tolerance; null where there is none.</summary>
    public string? Excess { get; private set; }

    /// <summary>A figure, to a tolerance relative to its size.</summary>
    /// <param name="expected">The referee's; not a number where it has none, and then the engine may have none.</param>
    /// <param name="actual">The engine's.</param>
    /// <param name="what">What it is.</param>
    /// <param name="tolerance">Relative; infinite for a figure that is known to differ.</param>
    /// <param name="size">The least size that a deviation is relative to.</param>
    public void Near(double expected, double actual, string what, double tolerance = Usual, double size = 1)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        var absolute = expected == actual ? 0 : Math.Abs(expected - actual);
        var relative = absolute / Math.Max(size, Math.Abs(expected));
        if (!(relative <= tolerance)) Fail($"{what}: expected {expected:R}, got {actual:R}, off by {relative:E2}");
        (Count, Absolute, Relative) = (Count + 1, Math.Max(Absolute, absolute), Math.Max(Relative, relative));
    }

    /// <summary>A whole column: every defined figure of the referee, and no figure where the referee has none.</summary>
    public void Near(double[] expected, ReadOnlySpan<double> actual, string what)
    {
        Same(expected.Length, actual.Length, $"rows of {what}");
        for (var row = 0; row < Math.Min(expected.Length, actual.Length); row++) Near(expected[row], actual[row], $"{what}[{row}]");
    }

    /// <summary>What has to be the same, as a day or a count.</summary>
    public void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) Fail($"{what}: expected {expected}, got {actual}");
        Count++;
    }

    private void Fail(string message) => Excess ??= message;
}
