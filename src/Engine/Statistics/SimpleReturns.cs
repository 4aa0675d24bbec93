namespace Backtest.Engine.Statistics;

/// <summary>Simple returns of a curve from bar to bar.</summary>
public static class SimpleReturns
{
    /// <summary>value / value before - 1, the first against the capital; 0 where nothing changed, also where nothing is left.</summary>
    public static double[] Of(double capital, ReadOnlySpan<double> equity)
    {
        var returns = new double[equity.Length];
        var before = capital;
        for (var bar = 0; bar < equity.Length; bar++)
        {
            returns[bar] = equity[bar] == before ? 0 : equity[bar] / before - 1;
            before = equity[bar];
        }

        return returns;
    }

    /// <summary>What returns compound to: product of (1 + r), less 1.</summary>
    public static double Compound(ReadOnlySpan<double> returns)
    {
        var growth = 1.0;
        foreach (var value in returns) growth *= 1 + value;
        return growth - 1;
    }
}
