using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Engine.Tests.Examples;

/// <summary>Places orders of every type at random. What it does on a bar follows from the seed, the bars so far and what it remembers.</summary>
internal sealed class RandomTrader(ulong seed) : IBarStrategy
{
    private int _last;
    private double _highest;

    public StrategyDeclaration Declaration { get; } = new("random", 1, "At random.", "none", []);

    /// <summary>Cash, quantity and equity as seen on each bar.</summary>
    public List<(double Cash, double Quantity, double Equity)> Seen { get; } = [];

    public int WarmUp(ParameterSet parameters) => 0;

    public void Begin(ParameterSet parameters)
    {
        (_last, _highest) = (0, 0);
        Seen.Clear();
    }

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
    {
        Seen.Add((portfolio.Cash, portfolio.Quantity, portfolio.Equity));
        var random = new SeededRandom(seed + (ulong)bars.Bar);
        var close = bars.Close[^1];
        _highest = Math.Max(_highest, bars.High[^1]);
        if (random.NextDouble() < 0.5) return;
        var side = random.NextDouble() < 0.5 ? 1 : -1;
        var quantity = side * (random.NextDouble() * 0.7) * Math.Max(0, portfolio.Equity) / close;
        double Near() => close * (1 + 0.06 * (random.NextDouble() - 0.5));
        switch (random.NextBits() % 13)
        {
            case 0: Place(Order.Market(quantity)); break;
            case 1: Place(Order.Limit(quantity, Near())); break;
            case 2: Place(Order.Stop(quantity, Near()).ForBars(3)); break;
            case 3: Place(Order.StopLimit(quantity, Near(), Near())); break;
            case 4: Place(Order.TrailingStop(quantity, 0.03)); break;
            case 5: Place(Order.TakeProfit(quantity, Near())); break;
            case 6: Place(Order.MarketOnClose(quantity)); break;
            case 7: Place(Order.Target(side * random.NextDouble()).Until(bars.CloseTimes[^1] + 3 * TimeSpan.TicksPerDay)); break;
            case 8: orders.PlaceOneCancelsOther(Order.Limit(quantity, Near()), Order.Stop(-quantity, Near())); break;
            case 9:
                var entry = side > 0 ? Order.Market(quantity) : Order.Limit(quantity, Near());
                _last = orders.PlaceBracket(in entry, close * (1 - side * 0.03), close * (1 + side * 0.04));
                break;
            case 10: orders.Cancel(_last); break;
            case 11: if (side > 0) orders.Enter(); else orders.Exit(); break;
            default: if (_highest > close * 1.05) orders.CancelAll(); break;
        }

        void Place(Order order) => _last = orders.Place(in order);
    }

    public void Persist(StateCodec state)
    {
        state.Value(ref _last);
        state.Value(ref _highest);
    }
}
