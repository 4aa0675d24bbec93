using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.BuiltIn;

namespace Backtest.Strategies.Tests.ByBar;

/// <summary>The RSI reversion written bar by bar, with Wilder's averages as the indicator has them.</summary>
internal sealed class RsiReversionByBar : IBarStrategy
{
    private int _period;
    private double _lower, _upper, _rise, _fall;

    public StrategyDeclaration Declaration { get; } = new RsiReversion().Declaration with { Name = "rsi-reversion-by-bar" };

    public int WarmUp(ParameterSet parameters) => new RsiReversion().WarmUp(parameters);

    public void Begin(ParameterSet parameters)
    {
        (_period, _lower, _upper) = (parameters.Whole("period"), parameters.Number("lower"), parameters.Number("upper"));
        (_rise, _fall) = (0, 0);
    }

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
    {
        if (bars.Bar == 0) return;
        var change = bars.Close[^1] - bars.Close[^2];
        _rise = Next(_rise, Math.Max(0, change), bars.Bar);
        _fall = Next(_fall, Math.Max(0, -change), bars.Bar);
        if (bars.Bar < _period) return;
        var index = 100 * _rise / (_rise + _fall);
        if (index < _lower) orders.Enter();
        if (index > _upper) orders.Exit();
    }

    public void Persist(StateCodec state)
    {
        state.Value(ref _rise);
        state.Value(ref _fall);
    }

    private double Next(double average, double value, int bar) =>
        bar < _period ? average + value : bar == _period ? (average + value) / _period : average + 1.0 / _period * (value - average);
}
