namespace Backtest.Storage.Results;

/// <summary>What a column holds.</summary>
public enum ResultColumnKind
{
    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Numbers.</summary>
    Real,

    /// <summary>Texts.</summary>
    Text,
}

/// <summary>How values of a column compare.</summary>
public enum ColumnOrder
{
    /// <summary>The largest is the best.</summary>
    LargestFirst,

    /// <summary>The smallest is the best, or the natural first.</summary>
    SmallestFirst,
}

/// <summary>One column of results. Its name is the one that CSV, JSON and Parquet, <c>--sort</c> and <c>--where</c> share.</summary>
public sealed class ResultColumn
{
    private readonly Func<ResultRow, double>? _number;
    private readonly Func<ResultRow, string?>? _text;

    internal ResultColumn(string name, ResultColumnKind kind, ColumnOrder order, Func<ResultRow, double> number) =>
        (Name, Kind, Order, _number) = (name, kind, order, number);

    internal ResultColumn(string name, Func<ResultRow, string?> text) =>
        (Name, Kind, Order, _text) = (name, ResultColumnKind.Text, ColumnOrder.SmallestFirst, text);

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public ResultColumnKind Kind { get; }

    /// <summary>The order that puts the best first.</summary>
    public ColumnOrder Order { get; }

    /// <summary>True for a parameter of a strategy.</summary>
    public bool IsParameter { get; private set; }

    /// <summary>A row's number; NaN where it is undefined.</summary>
    /// <exception cref="InvalidOperationException">The column holds texts.</exception>
    public double Number(ResultRow row) => _number is null ? throw new InvalidOperationException($"{Name} holds texts") : _number(row);

    /// <summary>A row's text; null where it is undefined.</summary>
    /// <exception cref="InvalidOperationException">The column holds numbers.</exception>
    public string? Text(ResultRow row) => _text is null ? throw new InvalidOperationException($"{Name} holds numbers") : _text(row);

    internal ResultColumn AsParameter()
    {
        IsParameter = true;
        return this;
    }
}
