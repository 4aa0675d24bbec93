public sealed class Broken : ISignalStrategy {
    public StrategyDeclaration Declaration { get; } = new("broken", 1, "", "", []);
    public int WarmUp(ParameterSet parameters) => "none";
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) => Missing();
}
