namespace Backtest.Benchmarks.Engines;

/// <summary>What the engines benchmark measured; the names in JSON are those of the properties in snake case.</summary>
/// <param name="Rows">A row for each engine and way of trading.</param>
/// <param name="Rounds">Rounds in which all were measured by turns; figures are medians over them.</param>
/// <param name="SymbolBars">Bars of all symbols together in one backtest; the walk-forward study has windows of its own.</param>
/// <param name="Threads">Threads that compute.</param>
/// <param name="Machine">Processor, cores, system, runtime.</param>
/// <param name="Note">What else is to be known of the run; null for nothing.</param>
public sealed record EngineFigures(
    IReadOnlyList<EngineRow> Rows, int Rounds, int SymbolBars, int Threads, string Machine, string? Note);

/// <summary>One engine.</summary>
/// <param name="Name">The engine and how the strategy trades.</param>
/// <param name="SymbolBarsPerS">Bars of all symbols together a second: median over the rounds.</param>
/// <param name="Lowest">The slowest round.</param>
/// <param name="Highest">The fastest round.</param>
/// <param name="BacktestsPerS">Backtests a second: median.</param>
/// <param name="RatioToSignals">Median over the rounds of its bars a second over those of the signal engine in the same round.</param>
/// <param name="Trades">Trades of one backtest; null for a study.</param>
public sealed record EngineRow(
    string Name, double SymbolBarsPerS, double Lowest, double Highest, double BacktestsPerS, double RatioToSignals, int? Trades);
