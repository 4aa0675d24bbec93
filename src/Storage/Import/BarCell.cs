namespace Backtest.Storage.Import;

/// <summary>The values of a row, in the order in which the importers hand them over.</summary>
internal enum BarCell
{
    /// <summary>The time.</summary>
    Time,

    /// <summary>The first price.</summary>
    Open,

    /// <summary>The highest price.</summary>
    High,

    /// <summary>The lowest price.</summary>
    Low,

    /// <summary>The last price.</summary>
    Close,

    /// <summary>The traded quantity.</summary>
    Volume,
}

/// <summary>Says where a row and its cells stand in the file; asked only when something is wrong.</summary>
internal interface IRowLocation
{
    /// <summary>The row's line, counted from 1; 0 where the file has none.</summary>
    int Line { get; }

    /// <summary>The column at which the cell starts, counted from 1 in characters; 0 where there is none.</summary>
    int ColumnOf(BarCell cell);
}
