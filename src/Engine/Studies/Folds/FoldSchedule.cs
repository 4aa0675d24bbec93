namespace Backtest.Engine.Studies.Folds;

/// <summary>Windows that follow from the span of the data: some to choose parameters in, others to see how the chosen ones do.</summary>
public abstract record FoldSchedule
{
    /// <summary>The metric, by the name of its result column, whose best is selected in-sample.</summary>
    public string Select { get; init; } = "sharpe";

    /// <summary>The windows in the order in which they are run.</summary>
    /// <param name="first">When the first bar that all data sets have opens, in UTC ticks.</param>
    /// <param name="end">When the last bar that all data sets have closes.</param>
    /// <exception cref="StudyException">None fits.</exception>
    public abstract IReadOnlyList<Window> Windows(long first, long end);

    /// <summary>The choices to make: the windows that each is made in, and those that tell how it did.</summary>
    /// <param name="windows">What <see cref="Windows"/> gave.</param>
    public abstract IReadOnlyList<Fold> Folds(IReadOnlyList<Window> windows);
}

/// <summary>One choice: positions of windows in the study.</summary>
/// <param name="Name">Its name.</param>
/// <param name="InSample">The windows that it is made in; one or more.</param>
/// <param name="OutOfSample">The windows that tell how it did; one or more.</param>
public sealed record Fold(string Name, IReadOnlyList<int> InSample, IReadOnlyList<int> OutOfSample);

/// <summary>What a window is for.</summary>
public enum WindowRole
{
    /// <summary>Nothing in particular.</summary>
    Whole,

    /// <summary>Parameters are chosen in it.</summary>
    Train,

    /// <summary>It tells how chosen parameters do.</summary>
    Test,

    /// <summary>One or the other, by turns.</summary>
    Group,
}
