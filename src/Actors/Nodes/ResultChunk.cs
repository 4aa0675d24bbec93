using Backtest.Actors.Supervision;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Nodes;

/// <summary>Results of consecutive backtests of one range, small enough for one message.</summary>
/// <param name="Task">The range that they are part of.</param>
/// <param name="Range">The backtests.</param>
/// <param name="Rows">Their results, in order.</param>
/// <param name="Failed">How many of them did not run to their end.</param>
/// <param name="Busy">The time that they took.</param>
internal sealed record ResultChunk(RangeTask Task, IndexRange Range, IReadOnlyList<RecordedResult> Rows, int Failed, TimeSpan Busy);
