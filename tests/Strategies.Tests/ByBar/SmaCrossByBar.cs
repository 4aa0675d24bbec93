using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Strategies.BuiltIn;

namespace Backtest.Strategies.Tests.ByBar;

/// <summary>The SMA cross written bar by bar, with running sums of twice a double's precision as the indicator has them.</summary>
internal sealed class SmaCrossByBar : IBarStrategy
{
    private Average _fast, _slow;
    private int _side;

    public StrategyDeclaration Declaration { get; } = new SmaCross().Declaration with { Name = "sma-cross-by-bar" };

    public int WarmUp(ParameterSet parameters) => new SmaCross().WarmUp(parameters);

    public void Begin(ParameterSet parameters) =>
        (_fast, _slow, _side) = (new Average(parameters.Whole("fast")), new Average(parameters.Whole("slow")), 0);

    public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
    {
        var close = bars.Close;
        var (fast, slow) = (_fast.Next(close), _slow.Next(close));
        if (fast > slow)
        {
            if (_side < 0) orders.Enter();
            _side = 1;
        }
        else if (fast < slow)
        {
            if (_side > 0) orders.Exit();
            _side = -1;
        }
    }

    public void Persist(StateCodec state)
    {
        state.Value(ref _fast);
        state.Value(ref _slow);
        state.Value(ref _side);
    }

    private struct Average(int period)
    {
        private double _sum, _low;

        public double Next(ReadOnlySpan<double> values)
        {
            Add(values[^1]);
            if (values.Length > period) Add(-values[^(period + 1)]);
            if (values.Length < period) return double.NaN;
            var quotient = (_sum + _low) / period;
            return quotient + (Math.FusedMultiplyAdd(-quotient, period, _sum) + _low) / period;
        }

        private void Add(double value)
        {
            var total = _sum + value;
            var part = total - _sum;
            _low += (_sum - (total - part)) + (value - part);
            _sum = total;
        }
    }
}
