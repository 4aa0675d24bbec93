using Backtest.Actors.Advice;
using Backtest.Actors.Supervision;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Running;

/// <summary>Tries a few backtests of a plan, spread evenly, to learn what one takes. Nothing is recorded.</summary>
internal sealed class Calibration
{
    private const int MostSamples = 64;
    private const long ThreadBytes = 8L << 20;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Plan _plan;
    private readonly IReadOnlyList<IndexRange> _missing;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _samples = [];
    private long _bytes;

    private Calibration(Plan plan, IReadOnlyList<IndexRange> missing, TimeProvider clock) => (_plan, _missing, _clock) = (plan, missing, clock);

    /// <summary>Tries backtests for about a tenth of a second after the first, which warms the code up.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="missing">What of it will run; where that is nothing, the whole plan is sampled.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>Null where not even one of them ended within a second: then each takes long.</returns>
    public static Workload? Measure(Plan plan, IReadOnlyList<IndexRange> missing, TimeProvider clock)
    {
        var calibration = new Calibration(plan, missing.Count > 0 ? missing : [new IndexRange(0, plan.Count)], clock);
        // A thread of its own: a backtest that never ends must not keep the run from starting.
        var thread = new Thread(calibration.Sample) { IsBackground = true, Name = "calibration" };
        thread.Start();
        thread.Join(Patience);
        return calibration.Result();
    }

    private void Sample()
    {
        var columns = new ColumnCache();
        var runner = new BacktestRunner(_plan, columns);
        var total = _missing.Sum(range => range.Count);
        Try(0);
        if (total == 1) return;
        var began = _clock.GetTimestamp();
        for (var sample = 0; sample < MostSamples && _clock.GetElapsedTime(began) < Budget; sample++)
        {
            Try(total > MostSamples ? total * sample / MostSamples : sample % total);
        }

        void Try(long position)
        {
            var (allocated, cached, start) = (GC.GetAllocatedBytesForCurrentThread(), columns.Bytes, _clock.GetTimestamp());
            runner.Run(IndexAt(position));
            var taken = _clock.GetElapsedTime(start);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - allocated - (columns.Bytes - cached);
            lock (_gate)
            {
                _samples.Add(taken);
                _bytes = Math.Max(_bytes, bytes);
            }
        }
    }

    private long IndexAt(long position)
    {
        foreach (var range in _missing)
        {
            if (position < range.Count) return range.First + position;
            position -= range.Count;
        }

        return _missing[^1].End - 1;
    }

    private Workload? Result()
    {
        lock (_gate)
        {
            if (_samples.Count == 0) return null;
            // The first half warms the code up; at the end it runs as it will run for hours.
            var measured = _samples[(_samples.Count / 2)..];
            var mean = measured.Aggregate(TimeSpan.Zero, (sum, one) => sum + one) / measured.Count;
            return new Workload(mean, ThreadBytes + Math.Max(0, _bytes), _plan.Study.Series.Sum(BytesOf), _samples.Count);
        }
    }

    private static long BytesOf(Engine.Market.BarSeries series) => series.Count * 6L * sizeof(double);
}
