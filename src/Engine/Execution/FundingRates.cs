using System.Runtime.InteropServices;
using Backtest.Engine.Numerics;

namespace Backtest.Engine.Execution;

/// <summary>When funding is paid, and how much of a position's value: a positive rate is paid by long positions to short ones.</summary>
public sealed class FundingRates
{
    private readonly double _rate;
    private readonly long _every;
    private readonly long[] _times = [];
    private readonly double[] _rates = [];

    /// <summary>One rate at regular moments, counted from midnight UTC.</summary>
    /// <param name="rate">The fraction of a position's value that is paid at each moment.</param>
    /// <param name="every">The time between two moments; more than zero.</param>
    public FundingRates(double rate, TimeSpan every)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        (_rate, _every) = (rate, every.Ticks);
    }

    /// <summary>A rate for each moment.</summary>
    /// <param name="times">The moments in UTC ticks, strictly increasing.</param>
    /// <param name="rates">The fraction of a position's value that is paid at each.</param>
    public FundingRates(ReadOnlySpan<long> times, ReadOnlySpan<double> rates)
    {
        if (times.Length != rates.Length) throw new ArgumentException("there have to be as many rates as times", nameof(rates));
        (_times, _rates) = (times.ToArray(), rates.ToArray());
    }

    /// <summary>The sum of the rates of all moments after <paramref name="after"/> up to and with <paramref name="upTo"/>.</summary>
    public double Between(long after, long upTo)
    {
        if (_every > 0) return (upTo / _every - after / _every) * _rate;
        var at = Array.BinarySearch(_times, after + 1);
        var sum = 0.0;
        for (at = at < 0 ? ~at : at; at < _times.Length && _times[at] <= upTo; at++) sum += _rates[at];
        return sum;
    }

    /// <summary>Adds the canonical form.</summary>
    public void AppendTo(CanonicalHasher hasher)
    {
        hasher.Append(_rate);
        hasher.Append(_every);
        hasher.Append((long)_times.Length);
        hasher.AppendBytes(MemoryMarshal.AsBytes(_times.AsSpan()));
        hasher.AppendBytes(MemoryMarshal.AsBytes(_rates.AsSpan()));
    }
}
