using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using CsCheck;

namespace Backtest.Strategies.Tests.Examples;

/// <summary>What a strategy decides, and parameters to let it decide with.</summary>
internal static class Decisions
{
    private const int LongestPeriod = 40;

    public static SignalColumns Of(ISignalStrategy strategy, ParameterSet parameters, BarSlice slice)
    {
        var signals = new SignalColumns();
        signals.Reset(slice.Count);
        strategy.WriteSignals(new MarketView(slice, new ColumnCache()), parameters, signals);
        return signals;
    }

    /// <summary>The decisions of a built-in strategy with some parameters, on bars without a warm-up.</summary>
    public static SignalColumns Of(string strategy, BarSeries bars, params double[] parameters)
    {
        var instance = (ISignalStrategy)BuiltInStrategies.Find(strategy)!.Create();
        var set = new ParameterSet(instance.Declaration.Parameters);
        for (var i = 0; i < parameters.Length; i++) set = set.With(set.Declarations[i].Name, new ParameterValue(parameters[i]));
        return Of(instance, set, new BarSlice(bars));
    }

    /// <summary>Bars whose bit is set.</summary>
    public static int[] Bars(this BitColumn column) => [.. Enumerable.Range(0, column.Count).Where(bar => column[bar])];

    /// <summary>Allowed parameters of a strategy: periods short enough for the bars of tests, everything else over its whole range.</summary>
    public static Gen<ParameterSet> Parameters(ISignalStrategy strategy)
    {
        var declarations = strategy.Declaration.Parameters;
        return Gen.Double.Unit.Array[declarations.Count].Select(shares =>
        {
            var set = new ParameterSet(declarations);
            for (var i = 0; i < shares.Length; i++) set = set.With(declarations[i].Name, new ParameterValue(Value(declarations[i], shares[i])));
            return set;
        });
    }

    private static double Value(ParameterDeclaration declaration, double share) => declaration.WholeNumber
        ? declaration.Minimum + Math.Floor(share * LongestPeriod)
        : declaration.Name == "width" ? share * 3 : declaration.Minimum + share * (declaration.Maximum - declaration.Minimum);
}
