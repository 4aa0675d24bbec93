namespace Backtest.Engine.Execution;

/// <summary>What an order waits for.</summary>
public enum OrderType
{
    /// <summary>Nothing: it fills at the next open, or at this close where the study says <see cref="FillTime.Close"/>.</summary>
    Market,

    /// <summary>A price that is as good as its limit or better.</summary>
    Limit,

    /// <summary>The market to reach its price, from which on it is a market order.</summary>
    Stop,

    /// <summary>The market to reach its stop, from which on it is a limit order.</summary>
    StopLimit,

    /// <summary>The market to come back from the best price since it was placed by a fraction of it.</summary>
    TrailingStop,

    /// <summary>The close of the next bar.</summary>
    MarketOnClose,

    /// <summary>Nothing: like a market order, of the quantity that makes the position a fraction of equity.</summary>
    Target,
}
