namespace Backtest.Engine.Numerics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private const double Beyond = 38;

    private static readonly double[] CenterAbove =
    [
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
        1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ];

    private static readonly double[] CenterBelow =
    [
        5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
        687.1870074920579083, 42.313330701600911252, 1,
    ];

    private static readonly double[] MiddleAbove =
    [
        7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504,
        5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
    ];

    private static readonly double[] MiddleBelow =
    [
        1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455,
        1.6763848301838038494, 2.05319162663775882187, 1,
    ];

    private static readonly double[] TailAbove =
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123,
        1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
    ];

    private static readonly double[] TailBelow =
    [
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525,
        0.13692988092273580531, 0.59983220655588793769, 1,
    ];

    /// <summary>The density at <paramref name="x"/>.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The probability of a value up to <paramref name="x"/>, to 1e-15. Taylor's series at zero: G. Marsaglia, "Evaluating the Normal
    /// Distribution", Journal of Statistical Software 11 (2004).</summary>
    public static double Probability(double x)
    {
        if (double.IsNaN(x)) return double.NaN;
        if (Math.Abs(x) > Beyond) return x > 0 ? 1 : 0;
        var (sum, before, term) = (x, double.NaN, x);
        for (var i = 3; sum != before; i += 2)
        {
            term *= x * x / i;
            (before, sum) = (sum, sum + term);
        }

        return Math.Clamp(0.5 + sum * Density(x), 0, 1);
    }

    /// <summary>The value up to which a probability lies, to 1e-15 of it; infinite at 0 and 1, NaN outside of them. M. J. Wichura, "Algorithm AS
    /// 241: The Percentage Points of the Normal Distribution", Applied Statistics 37 (1988).</summary>
    public static double Quantile(double probability)
    {
        if (!(probability is >= 0 and <= 1)) return double.NaN;
        if (probability is 0 or 1) return probability == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var centered = probability - 0.5;
        if (Math.Abs(centered) <= 0.425)
        {
            var square = 0.180625 - centered * centered;
            return centered * Polynomial(CenterAbove, square) / Polynomial(CenterBelow, square);
        }

        var tail = Math.Sqrt(-Math.Log(Math.Min(probability, 1 - probability)));
        var value = tail <= 5
            ? Polynomial(MiddleAbove, tail - 1.6) / Polynomial(MiddleBelow, tail - 1.6)
            : Polynomial(TailAbove, tail - 5) / Polynomial(TailBelow, tail - 5);
        return centered < 0 ? -value : value;
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients) sum = sum * x + coefficient;
        return sum;
    }
}
