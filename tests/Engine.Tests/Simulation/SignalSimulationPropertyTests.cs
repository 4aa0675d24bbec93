using Backtest.Engine.Execution;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Simulation;

/// <summary>What holds for every market, every signal and every account.</summary>
public sealed class SignalSimulationPropertyTests
{
    private const long Scenarios = 3000;

    // Below this fraction of the mean square, what is left of a variance is rounding, and the two ways of computing it need not agree.
    private const double Rounding = 1e-12;

    [Fact]
    public void ARunEqualsOneThatWalksBarByBar() => Scenario.Any.Sample(
        scenario =>
        {
            var (slice, signals, simulation) = (scenario.Slice(), scenario.Signals(), new SignalSimulation());
            var equity = new double[slice.WindowCount];

            var metrics = simulation.Run(slice, signals, scenario.Account, equity);

            var naive = NaiveSimulation.Run(slice, signals, scenario.Account);
            Assert.Equal(naive.Trades, simulation.Trades);
            Near.SameBits([.. naive.Equity], equity, "equity");
            Equal(NaiveMetrics.Of(naive, scenario.Account), metrics, NaiveMetrics.Returns(naive.Equity, scenario.Account.Capital));
        },
        iter: Scenarios);

    [Fact]
    public void EquityIsCashAndPositionAtEveryBarAndTheBooksAddUpAtTheEnd() => Scenario.Any.Sample(
        scenario =>
        {
            var (slice, simulation, capital) = (scenario.Slice(), new SignalSimulation(), scenario.Account.Capital);
            var equity = new double[slice.WindowCount];

            var metrics = simulation.Run(slice, scenario.Signals(), scenario.Account, equity);

            for (var bar = slice.First; bar < slice.Count; bar++)
            {
                var cash = capital
                    - simulation.Trades.Where(trade => trade.EntryBar <= bar).Sum(trade => trade.Quantity * trade.EntryPrice + trade.EntryFee)
                    + simulation.Trades.Where(trade => !trade.IsOpen && trade.ExitBar <= bar)
                        .Sum(trade => trade.Quantity * trade.ExitPrice - trade.ExitFee);
                var held = simulation.Trades.Where(trade => trade.EntryBar <= bar && (trade.IsOpen || trade.ExitBar > bar))
                    .Sum(trade => trade.Quantity);
                Assert.Equal(1, (cash + held * slice.Close[bar] - equity[bar - slice.First]) / capital + 1, Near.Tolerance);
            }

            var closed = simulation.Trades.Where(trade => !trade.IsOpen).Sum(trade => trade.NetResult);
            var unrealised = simulation.Trades.Where(trade => trade.IsOpen)
                .Sum(trade => trade.Quantity * (slice.Close[^1] - trade.EntryPrice) - trade.EntryFee);
            Assert.Equal(1, (capital + closed + unrealised - metrics.FinalEquity) / capital + 1, Near.Tolerance);
            Assert.Equal(equity[^1], metrics.FinalEquity);
            Near.Equal(simulation.Trades.Sum(trade => trade.EntryFee + trade.ExitFee), metrics.FeesPaid, "fees");
        },
        iter: Scenarios / 3);

    [Fact]
    public void AnotherUnitOfMoneyChangesNothingThatIsNoMoney() => Gen.Select(Scenario.Any, Gen.Int[-20, 20]).Sample(
        (scenario, exponent) =>
        {
            var (scale, account, signals) = (Math.Pow(2, exponent), scenario.Account, scenario.Signals());
            var scaledAccount = account with
            {
                Capital = account.Capital * scale,
                Costs = account.Costs with { CommissionPerFill = account.Costs.CommissionPerFill * scale },
            };
            SignalSimulation simulation = new(), scaledSimulation = new();

            var metrics = simulation.Run(scenario.Slice(), signals, account);
            var scaled = scaledSimulation.Run(scenario.Slice(scale), signals, scaledAccount);

            var expected = metrics with
            {
                Expectancy = metrics.Expectancy * scale,
                FeesPaid = metrics.FeesPaid * scale,
                FinalEquity = metrics.FinalEquity * scale,
            };
            Assert.Equal(expected, scaled);
            Assert.Equal(simulation.Trades.Select(trade => Scaled(trade, scale)), scaledSimulation.Trades);
        },
        iter: Scenarios);

    [Fact]
    public void WhatHappensAfterABarChangesNothingBeforeIt() => Gen.Select(Scenario.Any, Gen.Double.Unit).Sample(
        (scenario, cut) =>
        {
            var (slice, signals, end) = (scenario.Slice(), scenario.Signals(), scenario.WarmUp + 1);
            end += (int)(cut * (scenario.Bars - end));
            SignalSimulation whole = new(), past = new();
            double[] wholeEquity = new double[slice.WindowCount], pastEquity = new double[end - slice.First];

            whole.Run(slice, signals, scenario.Account, wholeEquity);
            past.Run(new(slice.Series, 0, slice.First, end), signals, scenario.Account, pastEquity);

            Near.SameBits(wholeEquity.AsSpan(0, pastEquity.Length), pastEquity, "equity");
            Assert.Equal(whole.Trades.Where(trade => trade.EntryBar < end).Select(trade => Until(end, trade)), past.Trades);
        },
        iter: Scenarios);

    private static Trade Scaled(Trade trade, double scale) => trade with
    {
        EntryPrice = trade.EntryPrice * scale,
        ExitPrice = trade.ExitPrice * scale,
        EntryFee = trade.EntryFee * scale,
        ExitFee = trade.ExitFee * scale,
    };

    /// <summary>The trade as it is known before <paramref name="end"/>.</summary>
    private static Trade Until(int end, Trade trade) =>
        trade.ExitBar < end ? trade : trade with { ExitBar = -1, ExitPrice = double.NaN, ExitFee = 0 };

    private static void Equal(Metrics expected, Metrics actual, double[] returns)
    {
        Assert.Equal(
            (expected.Bars, expected.Trades, expected.ClosedTrades, expected.MaxDrawdownBars),
            (actual.Bars, actual.Trades, actual.ClosedTrades, actual.MaxDrawdownBars));
        Assert.Equal(expected.MaxDrawdown, actual.MaxDrawdown);
        Near.Equal(expected.TotalReturn, actual.TotalReturn, "total return");
        Near.Equal(expected.Cagr, actual.Cagr, "growth");
        Near.Equal(expected.Volatility, actual.Volatility, "volatility", 1e-7 * expected.Volatility + Near.Tolerance);
        Near.Equal(expected.Sortino, actual.Sortino, "sortino");
        Near.Equal(expected.Calmar, actual.Calmar, "calmar");
        Near.Equal(expected.WinRate, actual.WinRate, "win rate");
        Near.Equal(expected.ProfitFactor, actual.ProfitFactor, "profit factor");
        Near.Equal(expected.Expectancy, actual.Expectancy, "expectancy");
        Near.Equal(expected.Exposure, actual.Exposure, "exposure");
        Near.Equal(expected.Turnover, actual.Turnover, "turnover");
        Near.Equal(expected.FeesPaid, actual.FeesPaid, "fees");
        Near.Equal(expected.FinalEquity, actual.FinalEquity, "equity");

        // The sums lose as many digits as the squares exceed the variance.
        var squares = returns.Sum(value => value * value);
        var lost = squares / (Math.Pow(NaiveMetrics.Deviation(returns), 2) * (returns.Length - 1));
        if (lost < 1 / Rounding) Near.Equal(expected.Sharpe, actual.Sharpe, "sharpe", Near.Tolerance + lost * 1e-14);
    }
}
