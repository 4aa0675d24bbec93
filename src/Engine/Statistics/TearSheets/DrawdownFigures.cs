namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>Figures of all drawdowns of a curve. Definitions of PerformanceAnalytics; depths are negative fractions.</summary>
/// <param name="Periods">The drawdowns, in the order of time.</param>
/// <param name="AverageDepth">The mean depth of the drawdowns; NaN where there is none.</param>
/// <param name="AverageBars">Their mean length below the peak; NaN where there is none.</param>
/// <param name="Underwater">The share of bars below the peak.</param>
/// <param name="UlcerIndex">sqrt(mean(drawdown^2)) over all bars. P. G. Martin and B. B. McCann, The Investor's Guide to Fidelity Funds
/// (1989).</param>
/// <param name="PainIndex">mean(|drawdown|) over all bars. T. Becker (2006).</param>
/// <param name="RecoveryFactor">(final equity - capital) / the deepest fall below the running peak in currency; NaN where equity never fell.</param>
/// <remarks>Referee: PerformanceAnalytics' AverageDrawdown, UlcerIndex and PainIndex on three equity curves.</remarks>
public sealed record DrawdownFigures(
    IReadOnlyList<DrawdownPeriod> Periods,
    double AverageDepth,
    double AverageBars,
    double Underwater,
    double UlcerIndex,
    double PainIndex,
    double RecoveryFactor)
{
    /// <summary>The figures of a curve.</summary>
    public static DrawdownFigures Of(EquityCurve curve)
    {
        var (periods, squares, sum, under) = (DrawdownPeriod.All(curve.Drawdowns), 0.0, 0.0, 0);
        foreach (var drawdown in curve.Drawdowns)
        {
            squares += drawdown * drawdown;
            sum -= drawdown;
            if (drawdown < 0) under++;
        }

        var bars = curve.Drawdowns.Length;
        return new DrawdownFigures(
            periods,
            periods.Count == 0 ? double.NaN : periods.Average(period => period.Depth),
            periods.Count == 0 ? double.NaN : periods.Average(period => period.Bars),
            (double)under / bars,
            Math.Sqrt(squares / bars),
            sum / bars,
            Recovery(curve));
    }

    private static double Recovery(EquityCurve curve)
    {
        var (peak, fall) = (curve.Capital, 0.0);
        foreach (var value in curve.Values)
        {
            peak = Math.Max(peak, value);
            fall = Math.Max(fall, peak - value);
        }

        return fall > 0 ? (curve.Values[^1] - curve.Capital) / fall : double.NaN;
    }
}
