public sealed class One : ISignalStrategy {
    public StrategyDeclaration Declaration { get; } = new("one", 1, "", "", [ParameterDeclaration.Whole("bars", "bars", 1, 1, 9)]);
    public int WarmUp(ParameterSet parameters) => 0;
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) { }
}
public sealed class Two : ISignalStrategy {
    public StrategyDeclaration Declaration { get; } = new("two", 1, "", "", [ParameterDeclaration.Whole("bars", "bars", 1, 1, 9)]);
    public int WarmUp(ParameterSet parameters) => 0;
    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) { }
}
