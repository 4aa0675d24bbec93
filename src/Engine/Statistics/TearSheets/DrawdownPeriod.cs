namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>A time in which equity is below its running peak. Bars are counted from 0 at the first of the curve.</summary>
/// <param name="Start">The first bar below the peak.</param>
/// <param name="Valley">The bar of the lowest equity, the first of them.</param>
/// <param name="End">The bar that reaches the peak again; null while none has.</param>
/// <param name="Depth">Lowest equity / peak - 1; negative.</param>
/// <param name="Bars">Bars below the peak.</param>
public sealed record DrawdownPeriod(int Start, int Valley, int? End, double Depth, int Bars)
{
    /// <summary>Bars from the first one below the peak to the valley, both counted.</summary>
    public int BarsToValley => Valley - Start + 1;

    /// <summary>Bars from the valley to the one that reaches the peak again; null while none has.</summary>
    public int? RecoveryBars => End - Valley;

    /// <summary>All of them, in the order of time.</summary>
    /// <param name="drawdowns">Equity / running peak - 1 at each bar.</param>
    public static IReadOnlyList<DrawdownPeriod> All(ReadOnlySpan<double> drawdowns)
    {
        List<DrawdownPeriod> periods = [];
        var (start, valley) = (-1, -1);
        for (var bar = 0; bar < drawdowns.Length; bar++)
        {
            if (drawdowns[bar] < 0)
            {
                if (start < 0) (start, valley) = (bar, bar);
                if (drawdowns[bar] < drawdowns[valley]) valley = bar;
            }
            else if (start >= 0)
            {
                periods.Add(new DrawdownPeriod(start, valley, bar, drawdowns[valley], bar - start));
                start = -1;
            }
        }

        if (start >= 0) periods.Add(new DrawdownPeriod(start, valley, null, drawdowns[valley], drawdowns.Length - start));
        return periods;
    }
}
