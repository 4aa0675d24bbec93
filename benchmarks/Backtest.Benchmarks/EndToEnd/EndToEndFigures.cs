namespace Backtest.Benchmarks.EndToEnd;

/// <summary>What the end-to-end benchmark measured; the names in JSON are those of the properties in snake case.</summary>
/// <param name="BareBacktestsPerS">A loop without actors, journal and progress, on as many threads as the pipeline has workers: median over
/// the rounds.</param>
/// <param name="PipelineBacktestsPerS">The same backtests through supervisor, node, workers and checkpoint, durably recorded, with
/// progress: median.</param>
/// <param name="OverheadFraction">Median over the rounds of 1 - pipeline / bare, each measured one after the other.</param>
/// <param name="StartToRankingS">The program as a process: <c>backtest run</c> of 10,000 backtests from its start to the ranking on
/// standard output.</param>
/// <param name="PeakRssMb">The most memory that the program held in the largest run here, in MiB.</param>
/// <param name="ResumeS">The program as a process, run again when nothing of the large study is missing.</param>
/// <param name="LargeRunS">The program as a process: the large study from its start to the ranking.</param>
/// <param name="NsPerBar">Bare loop, one thread: nanoseconds a bar.</param>
/// <param name="Backtests">Backtests of the run from start to ranking; a round of bare loop and pipeline has ten times as many.</param>
/// <param name="Bars">Bars of each of them.</param>
/// <param name="LargeBacktests">Backtests of the large study.</param>
/// <param name="LargeBars">Bars of each of them.</param>
/// <param name="Workers">Workers, and threads of the bare loop.</param>
/// <param name="Machine">Processor, cores, system, runtime.</param>
public sealed record EndToEndFigures(
    double BareBacktestsPerS,
    double PipelineBacktestsPerS,
    double OverheadFraction,
    double StartToRankingS,
    double PeakRssMb,
    double ResumeS,
    double LargeRunS,
    double NsPerBar,
    int Backtests,
    int Bars,
    int LargeBacktests,
    int LargeBars,
    int Workers,
    string Machine);
