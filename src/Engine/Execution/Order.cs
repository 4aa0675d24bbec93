namespace Backtest.Engine.Execution;

/// <summary>An instruction to buy or to sell. A positive quantity buys, a negative one sells.</summary>
public readonly record struct Order
{
    /// <summary>What the order waits for.</summary>
    public OrderType Type { get; private init; }

    /// <summary>The quantity; of a <see cref="OrderType.Target"/> the fraction of equity.</summary>
    public double Quantity { get; private init; }

    /// <summary>The limit of a limit order, the stop of the others, the fraction of a trailing stop.</summary>
    public double Price { get; private init; }

    /// <summary>The limit of a stop-limit order.</summary>
    public double LimitPrice { get; private init; }

    /// <summary>The bars in which the order works; 0 for any number.</summary>
    public int Bars { get; private init; }

    /// <summary>The order works in bars that close at or before this moment, in UTC ticks; 0 for any time.</summary>
    public long EndTime { get; private init; }

    /// <summary>True where the order only makes a position smaller: it fills at most the position, and is cancelled when that is closed.</summary>
    public bool ReducesOnly { get; private init; }

    /// <summary>At the market.</summary>
    public static Order Market(double quantity) => Of(OrderType.Market, quantity, 1);

    /// <summary>At a limit or better.</summary>
    public static Order Limit(double quantity, double price) => Of(OrderType.Limit, quantity, price);

    /// <summary>At the market, once it reaches a price: a buy above the market, a sale below it.</summary>
    public static Order Stop(double quantity, double price) => Of(OrderType.Stop, quantity, price);

    /// <summary>At a limit or better, once the market reaches a stop.</summary>
    public static Order StopLimit(double quantity, double stop, double limit) =>
        Of(OrderType.StopLimit, quantity, stop) with { LimitPrice = Positive(limit) };

    /// <summary>At the market, once it comes back by <paramref name="fraction"/> of the best price since the order was placed.</summary>
    public static Order TrailingStop(double quantity, double fraction) => Of(OrderType.TrailingStop, quantity, fraction);

    /// <summary>At a limit or better, for at most the position.</summary>
    public static Order TakeProfit(double quantity, double price) => Limit(quantity, price).ReduceOnly();

    /// <summary>At the close of the next bar.</summary>
    public static Order MarketOnClose(double quantity) => Of(OrderType.MarketOnClose, quantity, 1);

    /// <summary>At the market, of the quantity that makes the position <paramref name="fraction"/> of equity: 1 is all of it long, -0.5 the
    /// half short, 0
    /// closes it.</summary>
    public static Order Target(double fraction) => Of(OrderType.Target, fraction, 1);

    /// <summary>The order for at most the position.</summary>
    public Order ReduceOnly() => this with { ReducesOnly = true };

    /// <summary>The order, good for so many bars.</summary>
    public Order ForBars(int bars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);
        return this with { Bars = bars };
    }

    /// <summary>The order, good in bars that close at or before a moment, in UTC ticks.</summary>
    public Order Until(long time) => this with { EndTime = time };

    /// <summary>The order after each share has become so many. What is a fraction stays as it is.</summary>
    internal Order Split(double ratio) => this with
    {
        Quantity = Type == OrderType.Target ? Quantity : Quantity * ratio,
        Price = Type == OrderType.TrailingStop ? Price : Price / ratio,
        LimitPrice = LimitPrice / ratio,
    };

    private static Order Of(OrderType type, double quantity, double price)
    {
        if (!double.IsFinite(quantity))
            throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "an order's quantity must be a finite number");
        return new Order { Type = type, Quantity = quantity, Price = Positive(price) };
    }

    private static double Positive(double price) => double.IsFinite(price) && price > 0
        ? price
        : throw new ArgumentOutOfRangeException(nameof(price), price, "an order's price must be a finite number above 0");
}
