namespace Backtest.Engine.Tests.Search;

/// <summary>Functions to be made as large as can be, over positions on axes of 64 values; the largest value is 0.</summary>
internal static class SearchFunctions
{
    public const int Size = 64;

    public static readonly IReadOnlyDictionary<string, Func<long[], double>> All = new Dictionary<string, Func<long[], double>>
    {
        ["sphere"] = at => -Scaled(at).Sum(x => x * x),
        ["rosenbrock"] = at => -Rosenbrock(Scaled(at)),
        ["rastrigin"] = at => -Scaled(at).Sum(x => x * x - 0.5 * Math.Cos(2 * Math.PI * x) + 0.5),
        ["ridge"] = at => -Math.Abs(at[0] - 20) - Math.Abs(at[1] - 45) - 0.1 * at.Skip(2).Sum(position => Math.Abs(position - 7)),
    };

    /// <summary>Positions scaled to -2.9 .. 3.4, so that the optimum does not lie in the middle.</summary>
    private static double[] Scaled(long[] at) => [.. at.Select((position, axis) => (position - 29 - 3 * axis) / 10.0)];

    private static double Rosenbrock(double[] x) =>
        Enumerable.Range(0, x.Length - 1).Sum(i => 10 * Math.Pow(x[i + 1] - x[i] * x[i], 2) + Math.Pow(1 - x[i], 2));
}
