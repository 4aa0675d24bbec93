using Backtest.Actors.Supervision;
using Backtest.Engine.Numerics;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Nodes;

/// <summary>Runs ranges for one thread, a worker's or the caller's, and hands the results on in chunks.</summary>
/// <param name="work">What all workers of the node share.</param>
/// <param name="status">Where this worker shows what it does.</param>
internal sealed class RangeRunner(NodeWork work, WorkerStatus status)
{
    private readonly StageClock? _stages = work.Profile is null ? null : new StageClock(work.Profile, work.Clock);
    private readonly CanonicalHasher _hasher = new();
    private BacktestRunner? _runner;
    private List<RecordedResult> _rows = [];
    private long _first;
    private int _failed, _bytes;
    private long _chunkBegan;

    /// <summary>Runs a range until its end, until the node's queue is closed, or until the node gives this worker up.</summary>
    /// <param name="task">The range.</param>
    /// <param name="deliver">Takes each chunk.</param>
    public void Run(RangeTask task, Action<ResultChunk> deliver)
    {
        var provenance = new Provenance(work.NodeName, status.Name, task.Attempt);
        status.Enter(task);
        _runner ??= new BacktestRunner(work.Stage.Plan, work.Columns, _stages is null ? null : _stages.Enter);
        BeginChunk(task.Range.First);
        for (var position = task.Range.First; position < task.Range.End && !work.Queue.Closed; position++)
        {
            status.Begin(position, work.Clock.GetTimestamp());
            var result = RunOne(_runner, work.Stage[position]);
            if (!status.End(position)) return;
            var bytes = ChunkLimits.BytesOf(result);
            if (_rows.Count > 0 && _bytes + bytes > ChunkLimits.MostBytes) Deliver(task, position, deliver);
            Collect(new RecordedResult(result, provenance), bytes);
            if (IsChunkFull()) Deliver(task, position + 1, deliver);
        }

        Deliver(task, _first + _rows.Count, deliver);
        status.Enter(null);
    }

    private BacktestResult RunOne(BacktestRunner runner, long index)
    {
        if (work.Hook is not { } hook)
        {
            var plain = runner.Run(index);
            _stages?.Finish(() => runner.Read(index).Strategy);
            return plain;
        }

        var backtest = runner.Read(index);
        try
        {
            var result = hook(backtest, () => runner.Run(index));
            if (result.Key != backtest.Key) throw new InvalidOperationException("the hook returned the result of another backtest");
            return result;
        }
        catch (Exception exception)
        {
            return BacktestResult.Ended(backtest.Key, ResultStatus.Failed, BacktestError.Of(exception), _hasher);
        }
        finally
        {
            _stages?.Finish(() => backtest.Strategy);
        }
    }

    private void BeginChunk(long first)
    {
        (_first, _rows, _failed, _bytes) = (first, [], 0, 0);
        _chunkBegan = work.Clock.GetTimestamp();
    }

    private void Collect(in RecordedResult row, int bytes)
    {
        _rows.Add(row);
        _bytes += bytes;
        if (row.Result.Status != ResultStatus.Done) _failed++;
    }

    private bool IsChunkFull() =>
        _bytes >= ChunkLimits.FullBytes || work.Clock.GetElapsedTime(_chunkBegan) >= work.Settings.ChunkInterval;

    private void Deliver(RangeTask task, long end, Action<ResultChunk> deliver)
    {
        if (_rows.Count > 0)
        {
            var busy = work.Clock.GetElapsedTime(_chunkBegan);
            deliver(new ResultChunk(task, new IndexRange(_first, end - _first), _rows, _failed, busy));
        }

        BeginChunk(end);
    }
}
