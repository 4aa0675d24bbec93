using Backtest.Host.CommandLine;

namespace Backtest.Host.Progress;

/// <summary>How progress is shown.</summary>
internal enum ProgressMode
{
    /// <summary>A bar on a terminal, else plain lines.</summary>
    Auto,

    /// <summary>Drawn in place.</summary>
    Bar,

    /// <summary>A line every few seconds.</summary>
    Plain,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>Reads and decides modes.</summary>
internal static class ProgressModes
{
    /// <summary>The mode of a name.</summary>
    /// <exception cref="UsageException">There is no such mode.</exception>
    public static ProgressMode Parse(string name) => name switch
    {
        "auto" => ProgressMode.Auto,
        "bar" => ProgressMode.Bar,
        "plain" => ProgressMode.Plain,
        "none" => ProgressMode.None,
        _ => throw new UsageException($"--progress '{name}' has to be auto, bar, plain or none"),
    };

    /// <summary>What auto stands for: nobody watches a bar in a pipe, in continuous integration, or on a terminal that cannot
    /// move its cursor.</summary>
    /// <param name="mode">The mode asked for.</param>
    /// <param name="shell">Where progress is written.</param>
    /// <param name="environment">Reads environment variables.</param>
    public static ProgressMode Resolve(this ProgressMode mode, Shell shell, Func<string, string?> environment)
    {
        if (mode != ProgressMode.Auto) return mode;
        var watched = shell.ErrorIsTerminal && string.IsNullOrEmpty(environment("CI")) && environment("TERM") != "dumb";
        return watched ? ProgressMode.Bar : ProgressMode.Plain;
    }
}
