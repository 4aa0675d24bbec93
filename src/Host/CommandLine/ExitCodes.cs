namespace Backtest.Host.CommandLine;

/// <summary>What the program's exit code says.</summary>
public static class ExitCodes
{
    /// <summary>All is done.</summary>
    public const int Done = 0;

    /// <summary>It could not go on; standard error says why. What was recorded stays.</summary>
    public const int Broken = 1;

    /// <summary>The command line, a study file or a data file is wrong; nothing was recorded.</summary>
    public const int Usage = 2;

    /// <summary>Everything ran, and some backtests failed.</summary>
    public const int Failures = 3;

    /// <summary>Interrupted; the same command goes on where it stopped.</summary>
    public const int Interrupted = 130;
}
