using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.BuiltIn;

namespace FaultyStrategies;

/// <summary>A strategy that goes wrong where it is told to, to see what that costs: its own result, and nothing else. Everywhere else it is the
/// built-in sma-cross at its defaults, bar by bar, so its numbers are known.</summary>
public sealed class FaultyStrategy : ISignalStrategy
{
    private readonly SmaCross _cross = new();
    private readonly ParameterSet _defaults;

    /// <summary>A strategy that is well so far.</summary>
    public FaultyStrategy() => _defaults = new ParameterSet(_cross.Declaration.Parameters);

    /// <inheritdoc/>
    public StrategyDeclaration Declaration { get; } = new(
        "faulty",
        1,
        "Trades like sma-cross with fast 10 and slow 50, and goes wrong where id is a multiple of every.",
        "Nobody would publish it.",
        [
            ParameterDeclaration.Whole("id", "tells the backtests apart", 1, 1, 100_000_000),
            ParameterDeclaration.Whole("every", "which ids go wrong: the multiples of this; 0 for none", 0, 0, 100_000_000),
            ParameterDeclaration.OfText("mode", "how it goes wrong", "throw", Fault.Modes),
        ]);

    /// <inheritdoc/>
    public int WarmUp(ParameterSet parameters) => _cross.WarmUp(_defaults);

    /// <inheritdoc/>
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        var (id, every) = (parameters.Whole("id"), parameters.Whole("every"));
        if (every > 0 && id % every == 0) Fault.Commit(parameters.Text("mode"), id);
        _cross.WriteSignals(market, _defaults, signals);
    }
}
