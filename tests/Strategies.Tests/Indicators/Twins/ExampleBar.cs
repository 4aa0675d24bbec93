namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>One bar of an <see cref="ExampleMarket"/>.</summary>
internal readonly record struct ExampleBar(double Open, double High, double Low, double Close, double Volume);
