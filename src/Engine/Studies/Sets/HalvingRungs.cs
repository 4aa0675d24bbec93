using System.Globalization;
using Backtest.Engine.Search;

namespace Backtest.Engine.Studies.Sets;

/// <summary>The windows of successive halving: first parts of one window, each longer than the one before, the last one the whole.</summary>
internal static class HalvingRungs
{
    /// <summary>The windows, <c>rung-1</c> and so on.</summary>
    /// <param name="search">The search.</param>
    /// <param name="whole">The window.</param>
    /// <param name="first">When the first bar of the data opens, in UTC ticks.</param>
    /// <param name="end">When the last one closes.</param>
    public static IReadOnlyList<Window> Windows(HalvingSearch search, Window whole, long first, long end)
    {
        var (from, to) = (Math.Max(whole.From ?? first, first), Math.Min(whole.To ?? end, end));
        var rungs = SuccessiveHalving.Rungs((int)Math.Min(search.Count, int.MaxValue), new HalvingSettings(search.Eta, search.Rungs));
        return
        [
            .. rungs.Select(rung => new Window(
                string.Create(CultureInfo.InvariantCulture, $"rung-{rung.Number + 1}"),
                whole.From,
                rung.Number == rungs.Count - 1 ? whole.To : from + (long)((to - from) * rung.Share))),
        ];
    }
}
