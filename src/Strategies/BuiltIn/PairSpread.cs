using Backtest.Engine.Bars;
using Backtest.Engine.Execution;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;

namespace Backtest.Strategies.BuiltIn;

/// <summary>Trades two symbols against each other: short the dear one and long the cheap one while their ratio is far from its mean.</summary>
public sealed class PairSpread : IPortfolioStrategy
{
    // Both legs together are a little less than all equity, so that a gap at the open does not leave the second leg without cover.
    private const double LegFraction = 0.49;

    // Below it the ratio's deviation is rounding, not movement.
    private const double StillDeviation = 1e-12;

    private double[] _ratios = [];
    private int _lookback, _count, _side;
    private double _entry, _exit;

    /// <inheritdoc />
    public StrategyDeclaration Declaration { get; } = new(
        "pair-spread",
        1,
        "Short the first symbol and long the second where the z-score of the log of their ratio is above entry, the other way round below -entry; "
            + "out where it is back within exit.",
        "E. Gatev, W. Goetzmann, K. Rouwenhorst, Pairs Trading, Review of Financial Studies 19, 2006; the z-score of the ratio is our choice.",
        [
            ParameterDeclaration.Whole("lookback", "moments of the z-score", 60, 2, 100_000),
            ParameterDeclaration.Real("entry", "z-score beyond which a pair is opened", 2, 0, 100),
            ParameterDeclaration.Real("exit", "z-score within which it is closed", 0.5, 0, 100),
        ]);

    /// <inheritdoc />
    public string? Defect(int symbols) =>
        symbols == 2 ? null : $"pair-spread trades 2 symbols, not {symbols}: give it a data set with portfolio: and two symbols";

    /// <inheritdoc />
    public int WarmUp(ParameterSet parameters) => parameters.Whole("lookback");

    /// <inheritdoc />
    public void Begin(ParameterSet parameters, int symbols)
    {
        (_lookback, _entry, _exit) = (parameters.Whole("lookback"), parameters.Number("entry"), parameters.Number("exit"));
        if (_ratios.Length != _lookback) _ratios = new double[_lookback];
        (_count, _side) = (0, 0);
    }

    /// <inheritdoc />
    public void OnBar(in PortfolioHistory market, Account account, PortfolioOrders orders)
    {
        // A ratio of prices of different moments is none.
        if (!market.IsTrading(0) || !market.IsTrading(1)) return;
        var ratio = Math.Log(market[0].Close[^1] / market[1].Close[^1]);
        _ratios[_count++ % _lookback] = ratio;
        if (market.Bar < market.First || _count < _lookback) return;
        var score = Score(ratio);
        var side = score > _entry ? -1 : score < -_entry ? 1 : Math.Abs(score) <= _exit ? 0 : _side;
        if (side == _side) return;
        _side = side;
        orders[0].Place(Order.Target(side * LegFraction));
        orders[1].Place(Order.Target(-side * LegFraction));
    }

    /// <inheritdoc />
    public void Persist(StateCodec state)
    {
        state.Values(ref _ratios);
        state.Value(ref _count);
        state.Value(ref _side);
    }

    /// <summary>How many deviations a ratio is from the mean of the last ones; 0 where nothing moves.</summary>
    private double Score(double ratio)
    {
        var mean = 0.0;
        foreach (var before in _ratios) mean += before;
        mean /= _lookback;
        var squares = 0.0;
        foreach (var before in _ratios) squares += (before - mean) * (before - mean);
        var deviation = Math.Sqrt(squares / (_lookback - 1));
        return deviation > StillDeviation ? (ratio - mean) / deviation : 0;
    }
}
