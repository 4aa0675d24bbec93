using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Examples;

/// <summary>A strategy of a test's own, given by what it decides.</summary>
internal sealed class FunctionStrategy(Action<MarketView, SignalColumns> write, int warmUp = 0) : ISignalStrategy
{
    public StrategyDeclaration Declaration { get; } = new("own", 1, "As it is told.", "none", [ParameterDeclaration.Whole("set", "set", 1, 1, 1000)]);

    public int WarmUp(ParameterSet parameters) => warmUp;

    public void WriteSignals(MarketView market, ParameterSet parameters, SignalColumns signals) => write(market, signals);

    /// <summary>A plan of one strategy over some bars.</summary>
    public static Plan PlanOf(Func<IStrategy> create, BarSeries bars, int sets = 1)
    {
        var entry = new StrategyEntry("own", null, sets == 1 ? [] : [ExampleStudy.Range("set", 1, sets)], null);
        var definition = new StudyDefinition("own", [new DataSource(bars.Symbol, "0.csv", bars.Timeframe)], [entry], [Window.All]);
        return new Plan(new Study(definition, [bars], [new StrategyDefinition(create)]));
    }

    /// <summary>Simple average of the last closes; NaN while there are not as many.</summary>
    public static double Average(ReadOnlySpan<double> closes, int bar, int period)
    {
        if (bar < period - 1) return double.NaN;
        var sum = 0.0;
        foreach (var close in closes.Slice(bar - period + 1, period)) sum += close;
        return sum / period;
    }
}
