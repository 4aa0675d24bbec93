using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>Finds the recorded backtests of a plan: reads each index's key once, in parallel, and looks it up.</summary>
internal static class PlanJoin
{
    // Small blocks spread evenly over the cores; a plan of billions has no more than so many of them.
    private const long FewestInBlock = 1 << 11, MostBlocks = 1 << 18;

    /// <summary>The recorded backtests in the order of their indices, and the values of their parameters one after the other.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="recorded">What is recorded.</param>
    /// <param name="found">Set for each batch and row that the plan has.</param>
    public static (JoinedRow[] Rows, ParameterValue[] Parameters) Join(Plan plan, RecordedRows recorded, bool[][] found)
    {
        if (recorded.Count == 0) return ([], []);
        var length = Math.Max(FewestInBlock, plan.Count / MostBlocks);
        var blocks = new Block?[(plan.Count + length - 1) / length];
        Parallel.For(
            0L,
            blocks.LongLength,
            plan.CreateReader,
            (at, _, reader) =>
            {
                var block = Read(reader, at * length, Math.Min(plan.Count, (at + 1) * length), recorded, found);
                if (block.Rows.Count > 0) blocks[at] = block;
                return reader;
            },
            _ => { });
        return Concatenate(blocks);
    }

    private static Block Read(PlanReader reader, long first, long end, RecordedRows recorded, bool[][] found)
    {
        var block = new Block([], []);
        for (var index = first; index < end; index++)
        {
            var backtest = reader.Read(index);
            if (!recorded.TryFind(backtest.Key, out var address)) continue;
            found[address.Batch][address.Row] = true;
            block.Rows.Add(new JoinedRow(index, address, backtest.Strategy, backtest.DataSet, backtest.Window, block.Parameters.Count));
            for (var i = 0; i < backtest.Parameters.Count; i++) block.Parameters.Add(backtest.Parameters[i]);
        }

        return block;
    }

    private static (JoinedRow[] Rows, ParameterValue[] Parameters) Concatenate(Block?[] blocks)
    {
        var rows = new JoinedRow[blocks.Sum(block => block?.Rows.Count ?? 0)];
        var parameters = new ParameterValue[blocks.Sum(block => block?.Parameters.Count ?? 0)];
        var (row, parameter) = (0, 0);
        for (var at = 0; at < blocks.Length; at++)
        {
            if (blocks[at] is not { } block) continue;
            foreach (var joined in block.Rows) rows[row++] = joined with { FirstParameter = joined.FirstParameter + parameter };
            block.Parameters.CopyTo(parameters, parameter);
            parameter += block.Parameters.Count;
            blocks[at] = null;
        }

        return (rows, parameters);
    }

    private sealed record Block(List<JoinedRow> Rows, List<ParameterValue> Parameters);
}

/// <summary>A recorded backtest of a plan.</summary>
/// <param name="Index">Its index in the plan.</param>
/// <param name="Address">Where its result is.</param>
/// <param name="Strategy">Position of its strategy in the study.</param>
/// <param name="DataSet">Position of its data set.</param>
/// <param name="Window">Position of its window.</param>
/// <param name="FirstParameter">Where the values of its parameters begin.</param>
internal readonly record struct JoinedRow(
    long Index, RecordedRows.RowAddress Address, int Strategy, int DataSet, int Window, int FirstParameter);
