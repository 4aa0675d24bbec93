namespace Backtest.Engine.Execution;

/// <summary>An order in the book.</summary>
internal struct WorkingOrder
{
    /// <summary>The order as it was placed.</summary>
    public Order Order { get; set; }

    /// <summary>Its number; 0 where it is done and about to be taken out.</summary>
    public int Number { get; set; }

    /// <summary>Orders of one group cancel each other; 0 for none.</summary>
    public int Group { get; set; }

    /// <summary>The number of the entry that it protects; 0 for none.</summary>
    public int Entry { get; set; }

    /// <summary>True until that entry is filled.</summary>
    public bool Waits { get; set; }

    /// <summary>The quantity that is left to fill, with its sign.</summary>
    public double Left { get; set; }

    /// <summary>The bar at whose close it was placed.</summary>
    public int PlacedBar { get; set; }

    /// <summary>The first bar in which it works.</summary>
    public int FirstBar { get; set; }

    /// <summary>The bar inside which it began to work: that bar's open came before it.</summary>
    public int InsideBar { get; set; }

    /// <summary>The best price since it was placed, of a trailing stop.</summary>
    public double Best { get; set; }

    /// <summary>True where a stop-limit order has become a limit order.</summary>
    public bool Triggered { get; set; }

    /// <summary>1 for a buy, -1 for a sale.</summary>
    public readonly int Side => Left > 0 ? 1 : -1;

    /// <summary>True for an order that a stop price sets off.</summary>
    public readonly bool IsStop => Order.Type is OrderType.Stop or OrderType.TrailingStop || (Order.Type == OrderType.StopLimit && !Triggered);

    /// <summary>True for an order that its limit fills.</summary>
    public readonly bool IsLimit => Order.Type == OrderType.Limit || (Order.Type == OrderType.StopLimit && Triggered);

    /// <summary>True for an order that the market fills at once.</summary>
    public readonly bool IsMarket => Order.Type is OrderType.Market or OrderType.Target;

    /// <summary>The price that sets off a stop.</summary>
    public readonly double StopPrice => Order.Type == OrderType.TrailingStop ? Best * (1 + Side * Order.Price) : Order.Price;

    /// <summary>The limit.</summary>
    public readonly double Limit => Order.Type == OrderType.StopLimit ? Order.LimitPrice : Order.Price;

    /// <summary>Whether it works in a bar.</summary>
    public readonly bool Works(int bar) => Number != 0 && !Waits && FirstBar <= bar;
}
