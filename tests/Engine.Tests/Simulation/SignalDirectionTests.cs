using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Simulation;

/// <summary>Long, short and both, against a simulation that walks bar by bar.</summary>
public sealed class SignalDirectionTests
{
    [Fact]
    public void TradesEquityAndDrawdownEqualThoseOfAWalkBarByBar() => Gen.Select(RandomMarket.Any, RandomMarket.AnyAccount).Sample(
        (market, account) =>
        {
            var (slice, signals, simulation) = (market.Slice(), market.Signals(), new SignalSimulation());
            var equity = new double[slice.WindowCount];

            var metrics = simulation.Run(slice, signals, account, equity);

            var walk = new Walk(slice, signals, account);
            Assert.Equal(walk.Trades, simulation.Trades);
            Assert.Equal(walk.Equity, equity);
            Assert.Equal(Drawdown(equity, account.Capital), (metrics.MaxDrawdown, metrics.MaxDrawdownBars));
            Assert.Equal(equity[^1], metrics.FinalEquity);
            var returns = equity.Select((value, bar) => value / (bar == 0 ? account.Capital : equity[bar - 1]) - 1).ToArray();
            var mean = returns.Average();
            var deviation = Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / (returns.Length - 1) * account.PeriodsPerYear);
            if (returns.Length > 1 && equity.Min() > 1) Assert.Equal(1, (1 + metrics.Volatility) / (1 + deviation), 1e-7);
        },
        iter: 3000);

    [Fact]
    public void AReversalClosesAndOpensAtOnePrice()
    {
        var slice = new BarSlice(Rising);
        var signals = Signals([0], [2]);
        var simulation = new SignalSimulation();

        simulation.Run(slice, signals, new AccountSettings(100, new TradingCosts(), FillTime.NextOpen, 252, 0, Direction.Both));

        Assert.Equal(
            [new Trade(1, 3, 10, 10, 12, 0, 0), new Trade(3, -1, -10, 12, double.NaN, 0, 0)],
            simulation.Trades);
    }

    [Fact]
    public void AShortLosesWhatTheMarketRises()
    {
        var simulation = new SignalSimulation();
        var equity = new double[5];

        simulation.Run(
            new BarSlice(Rising), Signals([3], [0]),
            new AccountSettings(100, new TradingCosts(), FillTime.NextOpen, 252, 0, Direction.Short), equity);

        Assert.Equal([100, 90, 80, 70, 70], equity);
        Assert.Equal(-30, Assert.Single(simulation.Trades).NetResult);
    }

    [Fact]
    public void AnAccountThatAShortHasRuinedOpensNothingMore()
    {
        var bars = new BarSeries("X", Timeframe.Day, new BarColumns(
            new long[] { 1, 2, 3, 4 }, new double[] { 10, 10, 30, 30 }, new double[] { 10, 30, 30, 30 }, new double[] { 10, 10, 30, 30 },
            new double[] { 10, 30, 30, 30 }, new double[4]));
        var simulation = new SignalSimulation();

        var metrics = simulation.Run(
            new BarSlice(bars), Signals([1], [0]), new AccountSettings(100, new TradingCosts(), FillTime.NextOpen, 252, 0, Direction.Both));

        Assert.Equal((-100, -2, 1), (metrics.FinalEquity, metrics.TotalReturn, metrics.Trades));
        Assert.Equal(-1, metrics.Cagr);
    }

    private static BarSeries Rising { get; } = new("X", Timeframe.Day, new BarColumns(
        new long[] { 1, 2, 3, 4, 5 }, new double[] { 9, 10, 11, 12, 13 }, new double[] { 10, 11, 12, 13, 14 }, new double[] { 9, 10, 11, 12, 13 },
        new double[] { 10, 11, 12, 13, 14 }, new double[5]));

    private static SignalColumns Signals(int[] entries, int[] exits)
    {
        var signals = new SignalColumns();
        signals.Reset(5);
        foreach (var bar in entries) signals.Entries[bar] = true;
        foreach (var bar in exits) signals.Exits[bar] = true;
        return signals;
    }

    private static (double Depth, int Bars) Drawdown(double[] equity, double capital)
    {
        var (peak, depth, longest, run) = (capital, 0.0, 0, 0);
        foreach (var value in equity)
        {
            run = value >= peak ? 0 : run + 1;
            peak = Math.Max(peak, value);
            depth = Math.Min(depth, value / peak - 1);
            longest = Math.Max(longest, run);
        }

        return (depth, longest);
    }

    /// <summary>The rules as one reads them.</summary>
    private sealed class Walk
    {
        private readonly AccountSettings _account;
        private double _cash;

        public Walk(BarSlice slice, SignalColumns signals, AccountSettings account)
        {
            (_account, _cash) = (account, account.Capital);
            var wanted = 0;
            for (var bar = slice.First; bar < slice.Count; bar++)
            {
                if (account.Fill == FillTime.NextOpen) Reach(wanted, bar, slice.Open[bar]);
                wanted = Wanted(signals.Entries[bar], signals.Exits[bar]);
                if (account.Fill == FillTime.Close) Reach(wanted, bar, slice.Close[bar]);
                Equity.Add(_cash + (Open is { } trade ? trade.Quantity * slice.Close[bar] : 0));
            }
        }

        public List<Trade> Trades { get; } = [];

        public List<double> Equity { get; } = [];

        private Trade? Open => Trades is [.., { IsOpen: true } trade] ? trade : null;

        private int Side => Open is { } trade ? Math.Sign(trade.Quantity) : 0;

        private int Wanted(bool entry, bool exit) => (_account.Direction, Side) switch
        {
            (Direction.Long, 0) => entry ? 1 : 0,
            (Direction.Long, _) => exit ? 0 : 1,
            (Direction.Short, 0) => exit ? -1 : 0,
            (Direction.Short, _) => entry ? 0 : -1,
            (_, > 0) => exit ? -1 : 1,
            (_, < 0) => entry ? 1 : -1,
            _ => entry ? 1 : exit ? -1 : 0,
        };

        private void Reach(int side, int bar, double market)
        {
            var costs = _account.Costs;
            if (side == Side) return;
            if (Open is { } trade)
            {
                var price = market * (trade.Quantity > 0 ? 1 - costs.SlippageRate : 1 + costs.SlippageRate);
                var fee = Math.Abs(trade.Quantity) * price * costs.CommissionRate + costs.CommissionPerFill;
                _cash += trade.Quantity * price - fee;
                Trades[^1] = trade with { ExitBar = bar, ExitPrice = price, ExitFee = fee };
            }

            if (side == 0) return;
            var entry = market * (side > 0 ? 1 + costs.SlippageRate : 1 - costs.SlippageRate);
            var quantity = (_cash - costs.CommissionPerFill) / (entry * (1 + costs.CommissionRate));
            if (quantity <= 0) return;
            var entryFee = quantity * entry * costs.CommissionRate + costs.CommissionPerFill;
            _cash -= side * quantity * entry + entryFee;
            Trades.Add(new Trade(bar, -1, side * quantity, entry, double.NaN, entryFee, 0));
        }
    }
}
