namespace Backtest.Engine.Statistics.Pooling;

/// <summary>Scores parameter sets by a focus: first takes all of them in, for the least and the greatest of each figure, then scores each.</summary>
public sealed class FocusScale
{
    private readonly (Func<WindowPool, double> Of, double Weight)[] _figures;
    private readonly double[] _least, _greatest;

    /// <summary>A scale that has seen nothing.</summary>
    public FocusScale(RankingFocus focus)
    {
        _figures = [.. focus.Weights.Select(pair => (PooledMetric.Find(pair.Metric)!.Of, pair.Weight))];
        _least = new double[_figures.Length];
        _greatest = new double[_figures.Length];
        Array.Fill(_least, double.PositiveInfinity);
        Array.Fill(_greatest, double.NegativeInfinity);
    }

    /// <summary>Takes a set in.</summary>
    public void Take(WindowPool pool)
    {
        for (var i = 0; i < _figures.Length; i++)
        {
            var value = _figures[i].Of(pool);
            if (!double.IsFinite(value)) continue;
            _least[i] = Math.Min(_least[i], value);
            _greatest[i] = Math.Max(_greatest[i], value);
        }
    }

    /// <summary>The score of a set that was taken in; the larger, the better. NaN where none of its windows ran to its end.</summary>
    public double Score(WindowPool pool)
    {
        if (pool.Windows == 0) return double.NaN;
        var score = 0.0;
        for (var i = 0; i < _figures.Length; i++)
        {
            var (value, width) = (_figures[i].Of(pool), _greatest[i] - _least[i]);
            if (double.IsFinite(value) && width > 0) score += _figures[i].Weight * ((value - _least[i]) / width);
        }

        return score;
    }
}
