using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Goldens;

/// <summary>An SMA cross of brackets: a stop 5 % and a target 10 % away from the close of the signal's bar.</summary>
/// <param name="fast">The fast average.</param>
/// <param name="slow">The slow average.</param>
/// <param name="both">True to open the other side where the long one is closed.</param>
internal sealed class BracketCross(double[] fast, double[] slow, bool both) : IBarStrategy
{
    private int _side;

    public StrategyDeclaration Declaration { get; } = new("bracket-cross", 1, "Brackets on a cross.", "none", []);

    public int WarmUp(ParameterSet parameters) => 0;

    public void Begin(ParameterSet parameters) => _side = 0;

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
    {
        var (bar, close) = (bars.Bar, bars.Close[^1]);
        var side = fast[bar] > slow[bar] ? 1 : fast[bar] < slow[bar] ? -1 : 0;
        if (side > 0 && _side < 0) orders.PlaceBracket(Order.Target(1), close * 0.95, close * 1.1);
        if (side < 0 && _side > 0 && both) orders.PlaceBracket(Order.Target(-1), close * 1.05, close * 0.9);
        if (side < 0 && _side > 0 && !both) orders.Place(Order.Target(0));
        if (side != 0) _side = side;
    }

    public void Persist(StateCodec state) => state.Value(ref _side);
}
