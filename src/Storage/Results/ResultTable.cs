using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Stages;
using Backtest.Storage.Journal;
using Backtest.Storage.Store;

namespace Backtest.Storage.Results;

/// <summary>The recorded results of a plan: one row a recorded backtest, sorted by index. A projection of the journal, which is the one truth:
/// built in one pass and thrown away after use. Rows whose key has left the plan are not in it. Immutable; safe for use by several threads.</summary>
public sealed class ResultTable : IRecordedMetrics
{
    private readonly RowBlock[] _blocks;
    private readonly int[] _starts;
    private readonly IReadOnlyList<RecordedRows.Batch> _batches;
    private readonly WindowSpans _spans;

    internal ResultTable(Plan plan, RecordedRows recorded)
    {
        var found = recorded.Batches.Select(batch => new bool[batch.Rows.Length]).ToArray();
        _blocks = PlanJoin.Join(plan, recorded, found);
        _starts = [.. _blocks.Select(block => block.First)];
        Count = _blocks.Sum(block => block.Count);
        (Plan, _batches, _spans) = (plan, recorded.Batches, new WindowSpans(plan));
        (Study, Damaged, LastRecordedAt) = (recorded.Study, recorded.Damaged, recorded.LastRecordedAt);
        Departed = recorded.Count - found.Sum(batch => batch.Count(row => row));
        Columns = new ResultColumns(plan.Study);
        var counts = new int[Enum.GetValues<ResultStatus>().Length];
        foreach (var row in At(Enumerable.Range(0, Count))) counts[(int)row.Status]++;
        Survey = StageSurvey.IsNeeded(plan) ? StageSurvey.Of(plan, this) : null;
        Counts = counts.Select((count, status) => KeyValuePair.Create((ResultStatus)status, count)).ToDictionary();
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The columns that its rows have.</summary>
    public ResultColumns Columns { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The number of rows in each state.</summary>
    public IReadOnlyDictionary<ResultStatus, int> Counts { get; }

    /// <summary>The number of rows that did not run to their end.</summary>
    public int Failed => Count - Counts[ResultStatus.Done];

    /// <summary>What the study's filters have dropped, and what is to be run next; null where it has none.</summary>
    public StageSurvey? Survey { get; }

    /// <summary>Backtests that are not run because a filter dropped their parameter set.</summary>
    public long Dropped => Survey?.Dropped ?? 0;

    /// <summary>Backtests of the plan that are not recorded and not dropped.</summary>
    public long Missing => Plan.Planned - Count - Dropped;

    /// <summary>Recorded results whose key is no longer in the plan: data, costs, code or grid have changed since.</summary>
    public int Departed { get; }

    /// <summary>Events that could not be read, one line each; their results count as missing.</summary>
    public IReadOnlyList<string> Damaged { get; }

    /// <summary>The study as its last run recorded it; null where it never ran.</summary>
    public StudyRecorded? Study { get; }

    /// <summary>When something was last recorded, in UTC ticks; 0 where nothing was.</summary>
    public long LastRecordedAt { get; }

    /// <summary>The row at a position counted from 0 in the order of the plan.</summary>
    public ResultRow this[int position]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Count);
            var block = Array.BinarySearch(_starts, position);
            if (block < 0) block = ~block - 1;
            return new ResultRow(this, _blocks[block], position - _starts[block]);
        }
    }

    /// <inheritdoc />
    public bool TryFind(long index, out Metrics metrics)
    {
        metrics = Metrics.Undefined;
        if (FindRow(index) is not { } row) return false;
        if (row.Status == ResultStatus.Done) metrics = row.Metrics;
        return true;
    }

    /// <summary>The row of a backtest; null where it is not recorded.</summary>
    /// <param name="index">Its index in the plan.</param>
    public ResultRow? FindRow(long index)
    {
        var (low, high) = (0, _blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_blocks[middle].Row(0).Index <= index) low = middle;
            else high = middle - 1;
        }

        if (high < 0 || _blocks[low].Find(index) is not { } offset) return null;
        return new ResultRow(this, _blocks[low], offset);
    }

    /// <summary>The rows at <paramref name="positions"/>, one after the other.</summary>
    public IEnumerable<ResultRow> At(IEnumerable<int> positions) => positions.Select(position => this[position]);

    /// <summary>Reads the results of a plan from a store.</summary>
    /// <exception cref="StoreException">There is no store, or its journal cannot be read.</exception>
    public static ResultTable Read(Plan plan, StoreDirectory store)
    {
        using var journal = JournalReader.Open(store);
        return Read(plan, journal);
    }

    /// <summary>Reads the results of a plan from a journal; a study that never ran has no rows.</summary>
    /// <exception cref="StoreException">The journal cannot be read.</exception>
    public static ResultTable Read(Plan plan, JournalReader journal)
    {
        var history = new StudyHistory(plan);
        history.ReadOn(journal);
        return history.Table;
    }

    internal ref readonly RecordedResult Recorded(RecordedRows.RowAddress address) => ref _batches[address.Batch].Rows[address.Row];

    internal long RecordedAt(RecordedRows.RowAddress address) => _batches[address.Batch].RecordedAt;

    internal (string From, string To) Span(int dataSet, int window) => _spans[dataSet, window];
}
