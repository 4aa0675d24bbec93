using Backtest.Engine.Market;

namespace Backtest.Strategies.Tests.Examples;

/// <summary>Bars without their future.</summary>
internal static class Cut
{
    /// <summary>The bars up to, not with, <paramref name="end"/>.</summary>
    public static BarSeries Until(this BarSeries bars, int end) => new(bars.Symbol, bars.Timeframe, new BarColumns(
        bars.CloseTimes[..end].ToArray(),
        bars.Open[..end].ToArray(),
        bars.High[..end].ToArray(),
        bars.Low[..end].ToArray(),
        bars.Close[..end].ToArray(),
        bars.Volume[..end].ToArray()));
}
