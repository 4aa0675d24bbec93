using System.Globalization;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Strategies.Indicators;

namespace Backtest.Goldens;

/// <summary>Compares runs with backtesting.py 0.6, which floors sizes to 1e-8 units: to a millionth of the result, and every closed trade by its
/// bars and prices.</summary>
internal static class BacktestingPy
{
    public const double Rounding = 1e-6;

    private const string Results = "sp500-backtestingpy-nextopen.csv", TradeLists = "sp500-backtestingpy-nextopen-trades.csv";

    /// <summary>The crosses that it was run with.</summary>
    public static IReadOnlyList<(int Fast, int Slow)> Pairs { get; } = [(20, 50), (10, 100), (50, 200)];

    /// <summary>The SMA cross, long only.</summary>
    public static void LongCross(Deviations deviations, int fast, int slow) => Long(
        deviations, $"sma-{fast}-{slow}-long", GoldenRuns.Run("sma-cross", FillTime.NextOpen, ("fast", fast), ("slow", slow)));

    /// <summary>RSI reversion, long only.</summary>
    public static void RsiReversion(Deviations deviations) => Long(
        deviations, "rsi-14-30-70-long", GoldenRuns.Run("rsi-reversion", FillTime.NextOpen, ("period", 14), ("lower", 30), ("upper", 70)));

    /// <summary>The SMA cross in both directions.</summary>
    public static void BothDirections(Deviations deviations, int fast, int slow)
    {
        var (metrics, _, trades) = GoldenRuns.Cross(Direction.Both, FillTime.NextOpen, fast, slow);
        Check(deviations, $"sma-{fast}-{slow}-both", metrics, trades);
    }

    /// <summary>The SMA cross of brackets.</summary>
    public static void Brackets(Deviations deviations, int fast, int slow, bool both)
    {
        var account = new AccountSettings(10_000, new TradingCosts(0.001), FillTime.NextOpen, 252, 0, both ? Direction.Both : Direction.Long);
        var simulation = new BarSimulation();
        var metrics = simulation.Run(
            new BarSlice(Sp500.Bars), new BracketCross(Average(fast), Average(slow), both), new ParameterSet([]), account, TradingRules.None);
        Check(deviations, $"sma-{fast}-{slow}-{(both ? "both" : "long")}-sl5-tp10", metrics, simulation.Trades);
    }

    private static void Long(Deviations deviations, string variant, (Metrics Metrics, double[] Equity, IReadOnlyList<Trade> Trades) run)
    {
        Check(deviations, variant, run.Metrics, run.Trades);
        var golden = GoldenTable.Read(Results);
        var row = golden.RowsOf("variant", variant).Single();
        deviations.Near(golden.Number(row, "final_equity"), run.Metrics.FinalEquity, "final equity", Rounding);
        deviations.Near(
            golden.Number(row, "commissions"),
            run.Trades.Where(trade => !trade.IsOpen).Sum(trade => trade.EntryFee + trade.ExitFee),
            "fees of closed trades",
            Rounding);
    }

    private static void Check(Deviations deviations, string variant, Metrics metrics, IReadOnlyList<Trade> trades)
    {
        var golden = GoldenTable.Read(Results);
        var row = golden.RowsOf("variant", variant).Single();
        deviations.Near(golden.Number(row, "total_return"), metrics.TotalReturn, $"total return of {variant}", Rounding);
        deviations.Near(golden.Number(row, "max_drawdown"), metrics.MaxDrawdown, $"drawdown of {variant}", Rounding);
        deviations.Same(golden.Number(row, "closed_trades"), metrics.ClosedTrades, $"closed trades of {variant}");
        deviations.Near(golden.Number(row, "win_rate"), metrics.WinRate, $"win rate of {variant}");

        var list = GoldenTable.Read(TradeLists);
        var rows = list.RowsOf("variant", variant).ToArray();
        Trade[] closed = [.. trades.Where(trade => !trade.IsOpen)];
        deviations.Same(rows.Length, closed.Length, $"listed trades of {variant}");
        foreach (var (at, trade) in rows.Zip(closed))
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"{variant}, trade in row {at}");
            deviations.Same(list.Day(at, "entry_time").Date, Sp500.Opened(trade.EntryBar), $"entry of {what}");
            deviations.Same(list.Day(at, "exit_time").Date, Sp500.Opened(trade.ExitBar), $"exit of {what}");
            deviations.Near(list.Number(at, "size"), trade.Quantity, $"size of {what}", Rounding);
            deviations.Near(list.Number(at, "entry_price"), trade.EntryPrice, $"entry price of {what}");
            deviations.Near(list.Number(at, "exit_price"), trade.ExitPrice, $"exit price of {what}");
            deviations.Near(list.Number(at, "pnl"), trade.NetResult, $"result of {what}", Rounding);
        }
    }

    private static double[] Average(int period)
    {
        var average = new double[Sp500.Bars.Count];
        SimpleMovingAverage.Write(Sp500.Bars.Close, period, average);
        return average;
    }
}
