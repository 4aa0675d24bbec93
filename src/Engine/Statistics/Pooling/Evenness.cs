namespace Backtest.Engine.Statistics.Pooling;

/// <summary>How even a figure is over windows, from 0 to 1: 1 where it is the same in all of them.</summary>
/// <remarks>Consistency and stability have one scale: 1 / (1 + 2 x sd / span), sd with divisor n - 1. It is a half where sd is half of the span,
/// as on the straight scale 1 - sd / span, but it never reaches 0 and never stops at 1, so that it tells any two strategies apart. Consistency
/// takes the mean's size as the span, stability a fixed one. Referee: hand computation.</remarks>
public static class Evenness
{
    /// <summary>The span of returns: 100 %.</summary>
    public const double ReturnSpan = 1;

    /// <summary>The span of win rates: 50 %.</summary>
    public const double WinRateSpan = 0.5;

    /// <summary>The span of annualised Sharpe ratios.</summary>
    public const double SharpeSpan = 2;

    private const double NoMean = 1e-9;

    /// <summary>1 / (1 + 2 sd / |mean|); 0 where the mean is below 1e-9; NaN below two values.</summary>
    public static double Consistency(in ReturnSums values)
    {
        if (values.Count < 2) return double.NaN;
        return Math.Abs(values.Mean) < NoMean ? 0 : Of(values.Deviation, Math.Abs(values.Mean));
    }

    /// <summary>1 / (1 + 2 sd / span); NaN below two values.</summary>
    public static double Stability(in ReturnSums values, double span) => values.Count < 2 ? double.NaN : Of(values.Deviation, span);

    private static double Of(double deviation, double span) => 1 / (1 + 2 * deviation / span);
}
