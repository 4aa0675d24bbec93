using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;

namespace Backtest.Engine.Tests.Examples;

/// <summary>The rules of a simulation as one reads them, a bar at a time: what the engine's jumps and folds have to equal.</summary>
internal sealed class NaiveSimulation(AccountSettings account)
{
    private double _cash = account.Capital;

    public List<Trade> Trades { get; } = [];

    /// <summary>Equity at each close of the window.</summary>
    public List<double> Equity { get; } = [];

    /// <summary>The window's bars at whose close a position was held.</summary>
    public int HeldBars { get; private set; }

    private bool Holding => Trades is [.., { IsOpen: true }];

    public static NaiveSimulation Run(BarSlice slice, SignalColumns signals, AccountSettings account)
    {
        var simulation = new NaiveSimulation(account);
        bool buyAtOpen = false, sellAtOpen = false;
        for (var bar = slice.First; bar < slice.Count; bar++)
        {
            if (buyAtOpen) simulation.Buy(bar, slice.Open[bar]);
            if (sellAtOpen) simulation.Sell(bar, slice.Open[bar]);

            var buy = !simulation.Holding && signals.Entries[bar];
            var sell = simulation.Holding && signals.Exits[bar];
            if (account.Fill == FillTime.Close)
            {
                if (buy) simulation.Buy(bar, slice.Close[bar]);
                if (sell) simulation.Sell(bar, slice.Close[bar]);
            }
            else
            {
                (buyAtOpen, sellAtOpen) = (buy, sell);
            }

            simulation.Mark(slice.Close[bar]);
        }

        return simulation;
    }

    private void Buy(int bar, double price)
    {
        var fill = price * (1 + account.Costs.SlippageRate);
        var quantity = (_cash - account.Costs.CommissionPerFill) / (fill * (1 + account.Costs.CommissionRate));
        if (quantity <= 0) return;
        var fee = quantity * fill * account.Costs.CommissionRate + account.Costs.CommissionPerFill;
        _cash -= quantity * fill + fee;
        Trades.Add(new Trade(bar, -1, quantity, fill, double.NaN, fee, 0));
    }

    private void Sell(int bar, double price)
    {
        var trade = Trades[^1];
        var fill = price * (1 - account.Costs.SlippageRate);
        var fee = trade.Quantity * fill * account.Costs.CommissionRate + account.Costs.CommissionPerFill;
        _cash += trade.Quantity * fill - fee;
        Trades[^1] = trade with { ExitBar = bar, ExitPrice = fill, ExitFee = fee };
    }

    private void Mark(double close)
    {
        if (Holding) HeldBars++;
        Equity.Add(Holding ? Trades[^1].Quantity * close + _cash : _cash);
    }
}
