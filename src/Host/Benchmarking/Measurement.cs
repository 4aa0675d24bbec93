using Backtest.Actors.Advice;

namespace Backtest.Host.Benchmarking;

/// <summary>One configuration, measured.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Option">What <c>--workers</c> was.</param>
/// <param name="Workers">Workers.</param>
/// <param name="Runtime">The median time from the start of the run until the last result was recorded.</param>
/// <param name="Processor">Processor time of the whole process in that run.</param>
/// <param name="PeakResident">The most memory that the process held, in bytes.</param>
internal sealed record Measurement(string Name, string Option, int Workers, TimeSpan Runtime, TimeSpan Processor, long PeakResident);

/// <summary>A benchmark of a study on this machine.</summary>
/// <param name="Study">The study's name.</param>
/// <param name="Reference">The study as the command line named it.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Sample">Backtests measured.</param>
/// <param name="Planned">Backtests of the whole study.</param>
/// <param name="Repeats">Runs of each configuration; the median counts.</param>
/// <param name="Start">The time of a sequential run of one parameter set: what a run costs before it has begun.</param>
/// <param name="Rows">Sequential, some workers, all cores.</param>
internal sealed record SetupMeasurements(
    string Study, string Reference, Machine Machine, long Sample, long Planned, int Repeats, TimeSpan Start, IReadOnlyList<Measurement> Rows)
{
    /// <summary>The sequential run.</summary>
    public Measurement Sequential => Rows[0];

    /// <summary>The run on all cores.</summary>
    public Measurement AllCores => Rows[^1];

    /// <summary>How much faster than the sequential run.</summary>
    public double Speedup(Measurement row) => Sequential.Runtime / row.Runtime;

    /// <summary>Whether the backtests took long enough to tell them from the start of a run.</summary>
    public bool IsTelling => Sequential.Runtime >= Start * 2;

    /// <summary>The time that so many backtests would take: a run starts once, however many there are.</summary>
    public TimeSpan Extrapolate(Measurement row, long backtests)
    {
        var start = Start < row.Runtime ? Start : TimeSpan.Zero;
        return start + (row.Runtime - start) * ((double)backtests / Sample);
    }

    /// <summary>The share of the sequential run in which a processor worked for it: 1 is CPU-bound, much less is I/O-bound.</summary>
    public double ProcessorShare => Math.Clamp(Sequential.Processor / Sequential.Runtime, 0, 1);

    /// <summary>Memory that a further worker took, in bytes; 0 where it cannot be told.</summary>
    public long BytesPerWorker => Math.Max(0, AllCores.PeakResident - Sequential.PeakResident) / Math.Max(1, AllCores.Workers - 1);
}
