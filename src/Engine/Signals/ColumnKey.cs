namespace Backtest.Engine.Signals;

/// <summary>Names the columns of one indicator with its parameters.</summary>
/// <param name="Indicator">The indicator's name.</param>
/// <param name="First">Its first parameter.</param>
/// <param name="Second">Its second parameter; 0 where there is none.</param>
/// <param name="Third">Its third parameter; 0 where there is none.</param>
public readonly record struct ColumnKey(string Indicator, double First = 0, double Second = 0, double Third = 0);
