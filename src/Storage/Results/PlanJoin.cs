using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>Finds the recorded backtests of a plan: reads each index's key once, in parallel, and looks it up.</summary>
internal static class PlanJoin
{
    // Small blocks spread evenly over the cores; a plan of billions has no more than so many of them.
    private const long FewestInBlock = 1 << 11, MostBlocks = 1 << 18;

    /// <summary>The recorded backtests in the order of their indices; no block is empty.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="recorded">What is recorded.</param>
    /// <param name="found">Set for each batch and row that the plan has.</param>
    public static RowBlock[] Join(Plan plan, RecordedRows recorded, bool[][] found)
    {
        if (recorded.Count == 0) return [];
        var length = Math.Max(FewestInBlock, plan.Count / MostBlocks);
        var blocks = new RowBlock?[(plan.Count + length - 1) / length];
        Parallel.For(
            0L,
            blocks.LongLength,
            () => new Search(plan.CreateReader(), recorded, found),
            (at, _, search) =>
            {
                blocks[at] = search.Run(at * length, Math.Min(plan.Count, (at + 1) * length));
                return search;
            },
            _ => { });
        RowBlock[] filled = [.. blocks.OfType<RowBlock>()];
        for (var i = 1; i < filled.Length; i++) filled[i].First = filled[i - 1].First + filled[i - 1].Count;
        return filled;
    }

    /// <summary>One thread's search; its lists are used again for each block.</summary>
    private sealed class Search(PlanReader reader, RecordedRows recorded, bool[][] found)
    {
        private readonly List<JoinedRow> _rows = [];
        private readonly List<ParameterValue> _parameters = [];

        public RowBlock? Run(long first, long end)
        {
            _rows.Clear();
            _parameters.Clear();
            for (var index = first; index < end; index++)
            {
                var backtest = reader.Read(index);
                if (!recorded.TryFind(backtest.Key, out var address)) continue;
                found[address.Batch][address.Row] = true;
                _rows.Add(new JoinedRow(index, address, backtest.Strategy, backtest.DataSet, backtest.Window, _parameters.Count));
                for (var i = 0; i < backtest.Parameters.Count; i++) _parameters.Add(backtest.Parameters[i]);
            }

            return _rows.Count == 0 ? null : new RowBlock([.. _rows], [.. _parameters]);
        }
    }
}
