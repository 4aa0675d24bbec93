using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;

namespace Backtest.Engine.Statistics;

/// <summary>The means of all metrics over several windows, each weighted by its bars: sum(bars x value) / sum(bars). A window in which a metric is
/// undefined does not count for it; a metric that is undefined in all of them has no mean.</summary>
public sealed class MetricMeans
{
    private readonly double[] _sums = new double[Metric.All.Count], _weights = new double[Metric.All.Count];

    /// <summary>The mean of the metric at a position of <see cref="Metric.All"/>; NaN where it is undefined.</summary>
    public double this[int metric] => _weights[metric] > 0 ? _sums[metric] / _weights[metric] : double.NaN;

    /// <summary>The mean of a metric; NaN where it is undefined.</summary>
    public double this[Metric metric]
    {
        get
        {
            for (var at = 0; at < Metric.All.Count; at++)
            {
                if (ReferenceEquals(Metric.All[at], metric)) return this[at];
            }

            return double.NaN;
        }
    }

    /// <summary>A condition over means.</summary>
    /// <exception cref="ExpressionException">A name is no metric, or a number is compared with a text.</exception>
    public static Func<MetricMeans, bool> Condition(Expression expression) => expression.For<MetricMeans>(
        name =>
        {
            for (var at = 0; at < Metric.All.Count; at++)
            {
                var metric = at;
                if (Metric.All[at].Name == name) return new ExpressionColumn<MetricMeans>(means => means[metric], null);
            }

            return null;
        },
        Metric.All.Select(metric => metric.Name));

    /// <summary>Forgets all windows.</summary>
    public void Clear()
    {
        Array.Clear(_sums);
        Array.Clear(_weights);
    }

    /// <summary>Takes a window in.</summary>
    public void Add(in Metrics window)
    {
        for (var at = 0; at < _sums.Length; at++)
        {
            var value = Metric.All[at].Of(window);
            if (double.IsNaN(value)) continue;
            _sums[at] += window.Bars * value;
            _weights[at] += window.Bars;
        }
    }
}
