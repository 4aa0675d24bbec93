using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>A recorded backtest computed again: its trades and its equity, which are not recorded, and whether it is the same as before.</summary>
public sealed class Replay
{
    private Replay(ResultRow row, BacktestResult now) => (Row, Now) = (row, now);

    /// <summary>The recorded result.</summary>
    public ResultRow Row { get; }

    /// <summary>The result as it is now.</summary>
    public BacktestResult Now { get; }

    /// <summary>True where the result now is bit for bit the recorded one.</summary>
    public bool IsEqual => Now.Hash == Row.Result.Hash;

    /// <summary>Its trades in order of entry; none where it did not run to its end.</summary>
    public IReadOnlyList<ReplayedTrade> Trades { get; private init; } = [];

    /// <summary>Its equity at the close of each bar of the window; none where it did not run to its end.</summary>
    public IReadOnlyList<double> Equity { get; private init; } = [];

    /// <summary>The time of each bar of the window, as <see cref="BarTimes.Close"/> writes it.</summary>
    public IReadOnlyList<string> Times { get; private init; } = [];

    /// <summary>Whether its trades may be of several symbols.</summary>
    public bool IsPortfolio { get; private init; }

    /// <summary>The bars that it ran on, and its account; null where it did not run to its end.</summary>
    public (BarSlice Slice, AccountSettings Account)? Inputs { get; private init; }

    /// <summary>A recorded backtest as it is, not run again.</summary>
    public static Replay Recorded(ResultRow row) => new(row, row.Result);

    /// <summary>Runs a recorded backtest again, in the caller's thread.</summary>
    public static Replay Of(ResultTable table, ResultRow row)
    {
        var runner = new BacktestRunner(table.Plan, new ColumnCache());
        var now = runner.Run(row.Index);
        if (now.Status != ResultStatus.Done) return new Replay(row, now);
        var (backtest, metrics, equity) = runner.Replay(row.Index);
        now = BacktestResult.Done(backtest.Key, in metrics, new CanonicalHasher());
        var (slice, times) = (backtest.Slice, new BarTimes(backtest.Slice.Series));
        return new Replay(row, now)
        {
            Trades = [.. runner.Trades.Select(trade => ReplayedTrade.Of(trade, slice, times, backtest.Account.Fill))],
            Equity = equity,
            IsPortfolio = slice.IsPortfolio,
            Inputs = (slice, backtest.Account),
            Times = [.. Enumerable.Range(slice.First, slice.WindowCount).Select(bar => times.Close(slice.CloseTimes[bar]))],
        };
    }
}

/// <summary>A trade as results show it. Prices include slippage; amounts are in the account's currency.</summary>
/// <param name="EntryTime">When the entry filled.</param>
/// <param name="ExitTime">When the exit filled; null while the position is open.</param>
/// <param name="Bars">Bars from the entry to the exit; null while the position is open.</param>
/// <param name="Trade">Quantity, prices and fees.</param>
public sealed record ReplayedTrade(string EntryTime, string? ExitTime, int? Bars, Trade Trade)
{
    /// <summary>The name of its symbol.</summary>
    public string Symbol { get; private init; } = "";

    /// <summary>The net result over what the entry cost without its fee; NaN while open.</summary>
    public double Return => Trade.NetResult / (Math.Abs(Trade.Quantity) * Trade.EntryPrice);

    internal static ReplayedTrade Of(Trade trade, BarSlice slice, BarTimes times, FillTime fill)
    {
        var entry = Time(slice.CloseTimes[trade.EntryBar]);
        var symbol = slice.Series.Portfolio?.Symbols[trade.Symbol].Symbol ?? slice.Series.Symbol;
        return trade.IsOpen
            ? new ReplayedTrade(entry, null, null, trade) { Symbol = symbol }
            : new ReplayedTrade(entry, Time(slice.CloseTimes[trade.ExitBar]), trade.ExitBar - trade.EntryBar, trade) { Symbol = symbol };

        string Time(long closeTime) => fill == FillTime.NextOpen ? times.Open(closeTime) : times.Close(closeTime);
    }
}
