using Backtest.Engine.Execution;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>Figures of closed trades. A result is net of both fees; a trade's return is its result over |quantity| x entry price.</summary>
/// <param name="Won">Trades with a result above 0.</param>
/// <param name="Lost">Trades with a result below 0.</param>
/// <param name="Long">Long trades, an open one included.</param>
/// <param name="Short">Short trades, an open one included.</param>
/// <param name="AverageWin">Mean result of the trades that won, in currency; NaN where none did.</param>
/// <param name="AverageLoss">Mean result of those that lost; negative; NaN where none did.</param>
/// <param name="LargestWin">The largest result above 0; NaN where none is.</param>
/// <param name="LargestLoss">The lowest result below 0; NaN where none is.</param>
/// <param name="AverageReturn">Mean return; NaN where no trade was closed.</param>
/// <param name="MedianReturn">Median return; NaN where no trade was closed.</param>
/// <param name="WinsInARow">The most trades in a row, by exit, that won.</param>
/// <param name="LossesInARow">The most in a row that lost.</param>
/// <param name="AverageBars">Mean bars from entry to exit; NaN where no trade was closed.</param>
/// <param name="AverageBarsWon">The same of those that won.</param>
/// <param name="AverageBarsLost">The same of those that lost.</param>
/// <param name="GrossProfit">Sum of the results above 0.</param>
public sealed record TradeFigures(
    int Won,
    int Lost,
    int Long,
    int Short,
    double AverageWin,
    double AverageLoss,
    double LargestWin,
    double LargestLoss,
    double AverageReturn,
    double MedianReturn,
    int WinsInARow,
    int LossesInARow,
    double AverageBars,
    double AverageBarsWon,
    double AverageBarsLost,
    double GrossProfit)
{
    /// <summary>Average win / |average loss|; NaN where none won or none lost.</summary>
    public double PayoffRatio => AverageWin / -AverageLoss;

    /// <summary>The figures of trades in the order of their exits.</summary>
    public static TradeFigures Of(IReadOnlyList<Trade> trades)
    {
        var closed = trades.Where(trade => !trade.IsOpen).ToArray();
        var won = closed.Where(trade => trade.NetResult > 0).ToArray();
        var lost = closed.Where(trade => trade.NetResult < 0).ToArray();
        var returns = SampleQuantile.Sorted(closed.Select(trade => trade.NetResult / (Math.Abs(trade.Quantity) * trade.EntryPrice)));
        return new TradeFigures(
            won.Length,
            lost.Length,
            trades.Count(trade => trade.Quantity > 0),
            trades.Count(trade => trade.Quantity < 0),
            Mean(won.Select(trade => trade.NetResult)),
            Mean(lost.Select(trade => trade.NetResult)),
            won.Length == 0 ? double.NaN : won.Max(trade => trade.NetResult),
            lost.Length == 0 ? double.NaN : lost.Min(trade => trade.NetResult),
            Mean(returns),
            SampleQuantile.OfSorted(returns, 0.5),
            Streak(closed, trade => trade.NetResult > 0),
            Streak(closed, trade => trade.NetResult < 0),
            Mean(closed.Select(Bars)),
            Mean(won.Select(Bars)),
            Mean(lost.Select(Bars)),
            won.Sum(trade => trade.NetResult));
    }

    private static double Bars(Trade trade) => trade.ExitBar - trade.EntryBar;

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();

    private static int Streak(Trade[] trades, Func<Trade, bool> counts)
    {
        var (longest, running) = (0, 0);
        foreach (var trade in trades)
        {
            running = counts(trade) ? running + 1 : 0;
            longest = Math.Max(longest, running);
        }

        return longest;
    }
}
