using Backtest.Engine.Parameters;

namespace Backtest.Storage.Results;

/// <summary>Rows of a table that follow each other, as one thread has found them. A million rows are never copied into one array.</summary>
/// <param name="rows">The rows, in the order of their indices.</param>
/// <param name="parameters">The values of their parameters, one row's after the other's.</param>
internal sealed class RowBlock(JoinedRow[] rows, ParameterValue[] parameters)
{
    /// <summary>The number of rows.</summary>
    public int Count => rows.Length;

    /// <summary>The position of the first row in its table.</summary>
    public int First { get; set; }

    /// <summary>The row at an offset.</summary>
    public ref readonly JoinedRow Row(int offset) => ref rows[offset];

    /// <summary>The offset of the row of a backtest; null where it is not here.</summary>
    public int? Find(long index)
    {
        var (low, high) = (0, rows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Index == index) return middle;
            if (rows[middle].Index < index) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>The value of a row's parameter.</summary>
    public ParameterValue Parameter(int offset, int parameter) => parameters[rows[offset].FirstParameter + parameter];
}

/// <summary>A recorded backtest of a plan.</summary>
/// <param name="Index">Its index in the plan.</param>
/// <param name="Address">Where its result is.</param>
/// <param name="Strategy">Position of its strategy in the study.</param>
/// <param name="DataSet">Position of its data set.</param>
/// <param name="Window">Position of its window.</param>
/// <param name="FirstParameter">Where the values of its parameters begin in its block.</param>
internal readonly record struct JoinedRow(
    long Index, RecordedRows.RowAddress Address, int Strategy, int DataSet, int Window, int FirstParameter);
