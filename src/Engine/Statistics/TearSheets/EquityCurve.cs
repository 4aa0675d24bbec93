namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>Equity of one backtest at each close of its window, and what follows from it bar by bar. Not to be changed afterwards.</summary>
public sealed class EquityCurve
{
    /// <summary>A curve of one bar or more.</summary>
    /// <param name="capital">Equity before the first bar.</param>
    /// <param name="values">Equity at each close.</param>
    /// <param name="closeTimes">When each bar closes, in UTC ticks.</param>
    /// <param name="periodsPerYear">Bars a year.</param>
    /// <param name="riskFree">The risk-free return of one bar.</param>
    /// <exception cref="ArgumentException">There are no bars, or not as many times as values.</exception>
    public EquityCurve(double capital, double[] values, long[] closeTimes, double periodsPerYear, double riskFree = 0)
    {
        if (values.Length == 0 || values.Length != closeTimes.Length) throw new ArgumentException("a curve has a time for each of its values");
        (Capital, Values, CloseTimes, PeriodsPerYear, RiskFree) = (capital, values, closeTimes, periodsPerYear, riskFree);
        Returns = SimpleReturns.Of(capital, values);
        Moments = ReturnMoments.Of(Returns);
        Drawdowns = new double[values.Length];
        var peak = capital;
        for (var bar = 0; bar < values.Length; bar++)
        {
            peak = Math.Max(peak, values[bar]);
            Drawdowns[bar] = values[bar] / peak - 1;
        }
    }

    /// <summary>Equity before the first bar.</summary>
    public double Capital { get; }

    /// <summary>Equity at each close.</summary>
    public double[] Values { get; }

    /// <summary>When each bar closes, in UTC ticks.</summary>
    public long[] CloseTimes { get; }

    /// <summary>Bars a year.</summary>
    public double PeriodsPerYear { get; }

    /// <summary>The risk-free return of one bar.</summary>
    public double RiskFree { get; }

    /// <summary>The simple return of each bar, the first against the capital.</summary>
    public double[] Returns { get; }

    /// <summary>Equity / its running peak - 1 at each close: 0 or negative. The peak starts at the capital.</summary>
    public double[] Drawdowns { get; }

    /// <summary>The moments of the returns.</summary>
    public ReturnMoments Moments { get; }

    /// <summary>Compound annual growth.</summary>
    public double Growth => AnnualGrowth.Of(Values[^1], Capital, Values.Length, PeriodsPerYear);
}
