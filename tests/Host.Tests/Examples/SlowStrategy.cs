using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Host.Tests.Examples;

/// <summary>Takes its time, or never ends. Public: studies name it in this assembly.</summary>
public sealed class SlowStrategy : ISignalStrategy
{
    public StrategyDeclaration Declaration { get; } = new(
        "slow",
        1,
        "Enters on one bar.",
        "none",
        [
            ParameterDeclaration.Whole("number", "which one it is", 1, 1, 1_000_000),
            ParameterDeclaration.Whole("wait", "milliseconds that it takes", 0, 0, 1_000),
            ParameterDeclaration.Whole("hang", "which number never ends; 0 for none", 0, 0, 1_000_000),
        ]);

    public int WarmUp(ParameterSet parameters) => 0;

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
    {
        if (parameters.Whole("number") == parameters.Whole("hang")) Thread.Sleep(Timeout.Infinite);
        Thread.Sleep(parameters.Whole("wait"));
        signals.Entries[parameters.Whole("number") % (market.Count - 1)] = true;
    }
}
