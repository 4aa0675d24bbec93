namespace Backtest.Strategies.Indicators;

/// <summary>What several indicators do with columns.</summary>
internal static class Columns
{
    /// <summary>Index of the first value that is defined; the length where none is.</summary>
    public static int FirstDefined(ReadOnlySpan<double> values)
    {
        var first = 0;
        while (first < values.Length && double.IsNaN(values[first])) first++;
        return first;
    }

    /// <summary>Typical prices: (high + low + close) / 3.</summary>
    public static double[] TypicalPrices(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> close)
    {
        var typical = new double[close.Length];
        for (var i = 0; i < typical.Length; i++) typical[i] = TypicalPrice(high[i], low[i], close[i]);
        return typical;
    }

    /// <summary>Typical price of a bar: (high + low + close) / 3.</summary>
    public static double TypicalPrice(double high, double low, double close) => (high + low + close) / 3;
}
