using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.BuiltIn;

/// <summary>The SMA cross short and in both directions, against vectorbt 1.1.0 and backtesting.py.</summary>
public sealed class DirectionTests
{
    [Theory]
    [InlineData("sp500-close-fill-long.csv", Direction.Long)]
    [InlineData("sp500-close-fill-both.csv", Direction.Both)]
    public void MetricsEqualVectorbt(string file, Direction direction) =>
        Vectorbt.MetricsEqual(file, (fast, slow) => Run(direction, FillTime.Close, fast, slow).Metrics);

    /// <summary>vectorbt's short file opens a short where the fast average crosses above. Here an exit signal does, so the averages are
    /// exchanged.</summary>
    [Fact]
    public void MetricsOfShortsEqualVectorbt() =>
        Vectorbt.MetricsEqual("sp500-close-fill-short.csv", (fast, slow) => Run(Direction.Short, FillTime.Close, fast: slow, slow: fast).Metrics);

    [Fact]
    public void TradesInBothDirectionsEqualVectorbt() =>
        Vectorbt.TradesEqual("sp500-close-fill-both-trades.csv", (fast, slow) => Run(Direction.Both, FillTime.Close, fast, slow).Trades);

    /// <summary>backtesting.py floors sizes to 1e-8 units and lists closed trades only.</summary>
    [Theory]
    [InlineData(20, 50)]
    [InlineData(10, 100)]
    [InlineData(50, 200)]
    public void TheResultInBothDirectionsEqualsThatOfBacktestingPyToItsRounding(int fast, int slow)
    {
        var variant = $"sma-{fast}-{slow}-both";
        var (metrics, _, trades) = Run(Direction.Both, FillTime.NextOpen, fast, slow);

        var golden = GoldenTable.Read("sp500-backtestingpy-nextopen.csv");
        var row = golden.RowsOf("variant", variant).Single();
        Near.Equal(golden.Number(row, "total_return"), metrics.TotalReturn, "total return", 1e-6);
        Near.Equal(golden.Number(row, "max_drawdown"), metrics.MaxDrawdown, "drawdown", 1e-6);
        Assert.Equal(golden.Number(row, "closed_trades"), metrics.ClosedTrades);
        Near.Equal(golden.Number(row, "win_rate"), metrics.WinRate, "win rate");

        var list = GoldenTable.Read("sp500-backtestingpy-nextopen-trades.csv");
        var rows = list.RowsOf("variant", variant).ToArray();
        Assert.Equal(rows.Length, trades.Count(trade => !trade.IsOpen));
        foreach (var (at, trade) in rows.Zip(trades))
        {
            Assert.Equal(DateTime.Parse(list.Text(at, "entry_time"), CultureInfo.InvariantCulture), Sp500.Opened(trade.EntryBar));
            Assert.Equal(DateTime.Parse(list.Text(at, "exit_time"), CultureInfo.InvariantCulture), Sp500.Opened(trade.ExitBar));
            Near.Equal(list.Number(at, "size"), trade.Quantity, "size", 1e-6);
            Near.Equal(list.Number(at, "entry_price"), trade.EntryPrice, "entry price");
            Near.Equal(list.Number(at, "exit_price"), trade.ExitPrice, "exit price");
            Near.Equal(list.Number(at, "pnl"), trade.NetResult, "result", 1e-6);
        }
    }

    private static (Engine.Statistics.Metrics Metrics, double[] Equity, IReadOnlyList<Trade> Trades) Run(
        Direction direction, FillTime fill, double fast, double slow) => GoldenRuns.Run(
        "sma-cross", definition => definition with { Fill = fill, Direction = direction }, ("fast", fast), ("slow", slow));
}
