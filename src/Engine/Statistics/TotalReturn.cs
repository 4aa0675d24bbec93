namespace Backtest.Engine.Statistics;

/// <summary>The change of equity over the window, as a fraction of the capital.</summary>
public static class TotalReturn
{
    /// <summary>final / capital - 1.</summary>
    public static double Of(double finalEquity, double capital) => finalEquity / capital - 1;
}
