namespace Backtest.Engine.Execution;

/// <summary>Closes all positions where equity falls below the maintenance margin. See docs/fills.md for when that is looked at.</summary>
internal sealed class MarginCall(Account account)
{
    /// <summary>Whether the account has a maintenance margin.</summary>
    public bool IsOn => account.Terms.MaintenanceMargin is not null;

    /// <summary>Closes at the open what could not be closed when the account was liquidated, since its symbol had no bar or no volume.</summary>
    public void CloseForced()
    {
        if (!IsOn) return;
        for (var symbol = 0; symbol < account.Symbols; symbol++)
        {
            if (account.Leg(symbol) is { IsForced: true, IsTrading: true }) Close(symbol, account.Price(symbol), FillMoment.Open);
        }
    }

    /// <summary>Liquidates the account where equity at the last prices is below the margin.</summary>
    public void Check(FillMoment moment)
    {
        if (account.Terms.MaintenanceMargin is not { } margin || account.OpenPositions == 0) return;
        if (account.Equity < margin * account.GrossValue) Liquidate(moment);
    }

    /// <summary>Works a symbol's bar between open and close: its stops first as far as the price at which the account would be liquidated, then,
    /// where the bar reaches that, the liquidation.</summary>
    public void WorkInside(int symbol, AccountLeg leg)
    {
        var prices = leg.Prices;
        if (Reaches(symbol, prices.High, prices.Low, out var price))
        {
            var until = account.Quantity(symbol) > 0 ? prices with { Low = price } : prices with { High = price };
            leg.Execution.WorkProtection(leg.Bar, in until);
            account.Leave(symbol);
            if (Reaches(symbol, prices.High, prices.Low, out price))
            {
                account.Mark(symbol, price);
                account.Sum();
                Liquidate(FillMoment.Inside);
                account.Enter(symbol);
                return;
            }

            account.Enter(symbol);
        }

        leg.Execution.WorkInside(leg.Bar, in prices);
    }

    private bool Reaches(int symbol, double high, double low, out double price)
    {
        price = double.NaN;
        var quantity = account.Quantity(symbol);
        if (quantity == 0) return false;
        price = account.MarginPrice(symbol, account.Terms.MaintenanceMargin!.Value);
        return price > 0 && (quantity > 0 ? low <= price : high >= price);
    }

    private void Liquidate(FillMoment moment)
    {
        account.Log.Add(-1, 0, RejectionReason.Liquidation);
        for (var symbol = 0; symbol < account.Symbols; symbol++)
        {
            var leg = account.Leg(symbol);
            leg.Execution.Forget();
            if (account.Quantity(symbol) == 0) continue;
            leg.IsForced = true;
            if (leg.IsTrading) Close(symbol, account.Price(symbol), moment);
        }
    }

    private void Close(int symbol, double price, FillMoment moment)
    {
        var leg = account.Enter(symbol);
        leg.Execution.Liquidate(leg.Bar, price, leg.Prices.Volume, moment);
        account.Leave(symbol);
    }
}
