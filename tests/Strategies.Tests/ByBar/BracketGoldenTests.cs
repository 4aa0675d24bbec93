using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;
using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.ByBar;

/// <summary>Brackets against backtesting.py, which floors sizes to 1e-8 units and lists closed trades only.</summary>
public sealed class BracketGoldenTests
{
    [Theory]
    [InlineData(20, 50, false)]
    [InlineData(10, 100, false)]
    [InlineData(50, 200, false)]
    [InlineData(20, 50, true)]
    [InlineData(10, 100, true)]
    [InlineData(50, 200, true)]
    public void StopsAndTargetsFillAsInBacktestingPy(int fast, int slow, bool both)
    {
        var variant = string.Create(CultureInfo.InvariantCulture, $"sma-{fast}-{slow}-{(both ? "both" : "long")}-sl5-tp10");
        var account = new AccountSettings(10_000, new TradingCosts(0.001), FillTime.NextOpen, 252, 0, both ? Direction.Both : Direction.Long);
        var simulation = new BarSimulation();

        var metrics = simulation.Run(
            new BarSlice(Sp500.Bars), new BracketCross(Average(fast), Average(slow), both), new ParameterSet([]), account, TradingRules.None);

        var list = GoldenTable.Read("sp500-backtestingpy-nextopen-trades.csv");
        var rows = list.RowsOf("variant", variant).ToArray();
        foreach (var (at, trade) in rows.Zip(simulation.Trades))
        {
            Assert.Equal(
                (list.Text(at, "entry_time")[..10], list.Text(at, "exit_time")[..10]),
                ($"{Sp500.Opened(trade.EntryBar):yyyy-MM-dd}", $"{Sp500.Opened(trade.ExitBar):yyyy-MM-dd}"));
            Near.Equal(list.Number(at, "size"), trade.Quantity, "size", 1e-6);
            Near.Equal(list.Number(at, "entry_price"), trade.EntryPrice, "entry price");
            Near.Equal(list.Number(at, "exit_price"), trade.ExitPrice, $"exit price of {at}");
            Near.Equal(list.Number(at, "pnl"), trade.NetResult, "result", 1e-6);
        }

        var golden = GoldenTable.Read("sp500-backtestingpy-nextopen.csv");
        var row = golden.RowsOf("variant", variant).Single();
        Assert.Equal(golden.Number(row, "closed_trades"), metrics.ClosedTrades);
        Near.Equal(golden.Number(row, "total_return"), metrics.TotalReturn, "total return", 1e-6);
        Near.Equal(golden.Number(row, "max_drawdown"), metrics.MaxDrawdown, "drawdown", 1e-6);
    }

    private static double[] Average(int period)
    {
        var average = new double[Sp500.Bars.Count];
        SimpleMovingAverage.Write(Sp500.Bars.Close, period, average);
        return average;
    }
}
