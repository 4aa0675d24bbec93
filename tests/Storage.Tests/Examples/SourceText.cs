namespace Backtest.Storage.Tests.Examples;

/// <summary>The source of a strategy, with lines of a test's own in its class.</summary>
internal static class SourceText
{
    public static string Of(string name, string members = "", string body = "signals.Entries[0] = true;") => $$"""
        public sealed class {{Class(name)}} : ISignalStrategy
        {
            {{members}}
            public StrategyDeclaration Declaration { get; } = new("{{name}}", 1, "In at once.", "none", []);
            public int WarmUp(ParameterSet parameters) => 0;
            public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals)
            {
                {{body}}
            }
        }
        """;

    private static string Class(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', '_');
}
