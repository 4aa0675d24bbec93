using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.Indicators;

namespace Backtest.Host.Tests.Examples;

/// <summary>A cross of two averages that takes its time: it computes them over and over, so that a kill finds a run in the middle.
/// Studies load it from this assembly.</summary>
public sealed class SlowCross : ISignalStrategy
{
    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "slow-cross",
        1,
        "As sma-cross, slowly.",
        "none",
        [
            ParameterDeclaration.Whole("fast", "bars of the fast average", 10, 1, 1000),
            ParameterDeclaration.Whole("slow", "bars of the slow average", 50, 1, 1000),
            ParameterDeclaration.Whole("repeats", "how often the averages are computed", 1, 1, 1_000_000),
        ]);

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => Math.Max(parameters.Whole("fast"), parameters.Whole("slow"));

    /// <inheritdoc />
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var (fast, slow) = (new double[market.Count], new double[market.Count]);
        for (var i = 0; i < parameters.Whole("repeats"); i++)
        {
            SimpleMovingAverage.Write(market.Close, parameters.Whole("fast"), fast);
            SimpleMovingAverage.Write(market.Close, parameters.Whole("slow"), slow);
        }

        Crossings.Write(fast, slow, signals.Entries, signals.Exits);
    }
}
