using Backtest.Engine.Studies;

namespace Backtest.Storage.Journal;

/// <summary>A result and who computed it.</summary>
/// <param name="Result">The result.</param>
/// <param name="Provenance">Who computed it; one object serves many results.</param>
public readonly record struct RecordedResult(BacktestResult Result, Provenance Provenance);
