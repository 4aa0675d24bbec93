using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Host.Tests.Examples;

/// <summary>Gives another result each time it runs.</summary>
public sealed class FickleStrategy : ISignalStrategy
{
    private const string Runs = "fickle-runs";

    public StrategyDeclaration Declaration { get; } = new(
        "fickle", 1, "Enters where it was not before.", "none", [ParameterDeclaration.Whole("number", "which one it is", 1, 1, 1_000)]);

    public int WarmUp(ParameterSet parameters) => 0;

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) =>
        signals.Entries[Next() % (market.Count - 1)] = true;

    /// <summary>Counts in the process: each study loads an assembly of its own, with statics of its own.</summary>
    private static int Next()
    {
        lock (AppDomain.CurrentDomain)
        {
            var runs = (int?)AppDomain.CurrentDomain.GetData(Runs) ?? 0;
            AppDomain.CurrentDomain.SetData(Runs, runs + 1);
            return runs;
        }
    }
}
