namespace Backtest.Storage.Import;

/// <summary>What kind of thing is wrong with a row.</summary>
internal enum RowDefect
{
    /// <summary>A value cannot be read.</summary>
    Unreadable,

    /// <summary>A time repeats the one before it.</summary>
    Duplicate,

    /// <summary>A time is earlier than the one before it.</summary>
    Disorder,

    /// <summary>Prices contradict each other or are no prices.</summary>
    ImpossibleBar,

    /// <summary>A time is in another unit, or far from any market's time.</summary>
    TimeUnit,
}

/// <summary>Takes what is wrong with rows as they are read.</summary>
/// <param name="defect">The kind.</param>
/// <param name="line">The line, from 1; 0 where there is none.</param>
/// <param name="column">The column, from 1; 0 where there is none.</param>
/// <param name="message">What is wrong, the value, and what would be right.</param>
internal delegate void RowReport(RowDefect defect, int line, int column, string message);
