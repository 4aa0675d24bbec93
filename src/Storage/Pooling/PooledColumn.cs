using Backtest.Storage.Results;

namespace Backtest.Storage.Pooling;

/// <summary>One column of pooled results.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Order">The order that puts the best first.</param>
/// <param name="Number">A set's number, NaN where undefined; null where the column holds texts.</param>
/// <param name="Text">A set's text, null where undefined; null where the column holds numbers.</param>
/// <param name="IsParameter">True for a parameter of a strategy.</param>
public sealed record PooledColumn(
    string Name,
    ResultColumnKind Kind,
    ColumnOrder Order,
    Func<PooledSet, double>? Number,
    Func<PooledSet, string?>? Text,
    bool IsParameter = false);
