using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Sets;

namespace Backtest.Storage.Results;

/// <summary>Follows a guided search through what is recorded: asks for a generation, and for the next one once all of it is recorded.</summary>
internal sealed class SearchGrowth
{
    private readonly SearchState _search;
    private Plan _plan;

    /// <summary>A search of which nothing is known to be recorded.</summary>
    /// <param name="first">The plan of its first generation.</param>
    public SearchGrowth(Plan first)
    {
        _search = new SearchState(first.Study);
        _search.Advance();
        _plan = first;
    }

    /// <summary>The number of sets before the generation that is not recorded in full.</summary>
    public long DecidedSets => _search.Asked.Count - _search.Pending;

    /// <summary>The plan as far as what is recorded decides it.</summary>
    public Plan Grow(RecordedRows recorded)
    {
        while (!_search.IsOver && TellGeneration(recorded))
        {
            _search.Advance();
            _plan = _search.ToPlan(_plan);
        }

        return _plan;
    }

    /// <summary>Tells the search of the generation that is pending.</summary>
    /// <returns>False where some of it is not recorded.</returns>
    private bool TellGeneration(RecordedRows recorded)
    {
        var (reader, runs) = (_plan.CreateReader(), _plan.RunsPerSet);
        var metrics = new Metrics[_search.Pending * runs];
        var first = DecidedSets * runs;
        for (var run = 0; run < metrics.Length; run++)
        {
            if (!recorded.TryFind(reader.Read(first + run).Key, out var address)) return false;
            var result = recorded.Batches[address.Batch].Rows[address.Row].Result;
            metrics[run] = result.Status == ResultStatus.Done ? result.Metrics : Metrics.Undefined;
        }

        for (var run = 0; run < metrics.Length; run += runs) _search.Tell(metrics.AsSpan(run, runs));
        return true;
    }
}
