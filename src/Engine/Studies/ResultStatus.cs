namespace Backtest.Engine.Studies;

/// <summary>The one state in which a backtest ends. The numbers are recorded: they never change.</summary>
public enum ResultStatus
{
    /// <summary>It ran to its end.</summary>
    Done = 0,

    /// <summary>The strategy threw an exception.</summary>
    Failed = 1,

    /// <summary>It took longer than one backtest may.</summary>
    TimedOut = 2,

    /// <summary>It took its process down.</summary>
    Crashed = 3,

    /// <summary>It was cancelled before it ran.</summary>
    Cancelled = 4,
}

/// <summary>The names of <see cref="ResultStatus"/> in results.</summary>
public static class ResultStatusNames
{
    /// <summary><c>done</c>, <c>failed</c>, <c>timed-out</c>, <c>crashed</c> or <c>cancelled</c>.</summary>
    public static string Name(this ResultStatus status) => status switch
    {
        ResultStatus.Done => "done",
        ResultStatus.Failed => "failed",
        ResultStatus.TimedOut => "timed-out",
        ResultStatus.Crashed => "crashed",
        _ => "cancelled",
    };
}
