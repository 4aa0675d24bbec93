namespace Backtest.Engine.Execution;

/// <summary>What one symbol's turn needs to know of the account that it shares.</summary>
/// <param name="Cash">Cash, in the account's currency.</param>
/// <param name="Others">The value of the other symbols' positions; short ones count negative.</param>
/// <param name="Gross">The same with short ones positive.</param>
/// <param name="Leverage">The value of positions that one unit of equity carries.</param>
/// <param name="OpenElsewhere">How many other symbols have a position.</param>
/// <param name="Rate">The price of one unit of the symbol's currency in the account's.</param>
internal readonly record struct AccountView(double Cash, double Others, double Gross, double Leverage, int OpenElsewhere, double Rate);
