using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Places orders of every type on every symbol at random, whether it has a bar now or not.</summary>
internal sealed class RandomPortfolioTrader(ulong seed) : IPortfolioStrategy
{
    public StrategyDeclaration Declaration { get; } = new("random", 1, "At random.", "none", []);

    /// <summary>What was seen on each bar: cash, equity, the gross value, and of each symbol quantity and price.</summary>
    public List<(double Cash, double Equity, double Gross, double[] Quantity, double[] Price)> Seen { get; } = [];

    public int WarmUp(ParameterSet parameters) => 0;

    public void Begin(ParameterSet parameters, int symbols) => Seen.Clear();

    public void OnBar(in PortfolioHistory market, Account account, PortfolioOrders orders)
    {
        var (quantities, prices) = (new double[market.Symbols], new double[market.Symbols]);
        for (var symbol = 0; symbol < market.Symbols; symbol++)
        {
            var bars = market[symbol];
            (quantities[symbol], prices[symbol]) = (account.Quantity(symbol), account.Price(symbol));
            Assert.True(bars.Count == 0 || bars.CloseTimes[^1] <= market.Time, "a bar of the future");
            Assert.Equal(market.IsTrading(symbol), bars.Count > 0 && bars.CloseTimes[^1] == market.Time);
            if (market.IsTrading(symbol)) Assert.Equal(bars.Close[^1], prices[symbol]);
            if (bars.Count > 0) Place(symbol, market.Bar, bars.Close[^1], account, orders[symbol]);
        }

        Seen.Add((account.Cash, account.Equity, account.GrossValue, quantities, prices));
    }

    private void Place(int symbol, int bar, double close, Account account, OrderTicket orders)
    {
        var random = new SeededRandom(seed + (ulong)bar * 1009 + (ulong)symbol);
        if (random.NextDouble() < 0.6) return;
        var side = random.NextDouble() < 0.5 ? 1 : -1;
        var quantity = side * (random.NextDouble() * 0.7) * Math.Max(0, account.Equity) / close;
        var near = close * (1 + 0.06 * (random.NextDouble() - 0.5));
        switch (random.NextBits() % 10)
        {
            case 0: orders.Place(Order.Market(quantity)); break;
            case 1: orders.Place(Order.Limit(quantity, near)); break;
            case 2: orders.Place(Order.Stop(quantity, near).ForBars(3)); break;
            case 3: orders.Place(Order.TrailingStop(quantity, 0.03)); break;
            case 4: orders.Place(Order.MarketOnClose(quantity)); break;
            case 5: orders.Place(Order.Target(side * random.NextDouble())); break;
            case 6 when quantity != 0:
                orders.PlaceBracket(Order.Market(quantity), close * (1 - side * 0.03), close * (1 + side * 0.04));
                break;
            case 7: orders.CancelAll(); break;
            case 8: orders.Enter(); break;
            default: orders.Exit(); break;
        }
    }

    public void Persist(StateCodec state) { }
}
