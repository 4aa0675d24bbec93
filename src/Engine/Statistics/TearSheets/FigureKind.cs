namespace Backtest.Engine.Statistics.TearSheets;

/// <summary>What a figure is measured in.</summary>
public enum FigureKind
{
    /// <summary>A fraction, which people read in percent.</summary>
    Fraction,

    /// <summary>A number without a unit.</summary>
    Ratio,

    /// <summary>The account's currency.</summary>
    Amount,

    /// <summary>A mean number of bars.</summary>
    MeanBars,

    /// <summary>A count.</summary>
    Count,
}
