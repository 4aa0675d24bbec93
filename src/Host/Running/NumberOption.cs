using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Backtest.Host.Running;

/// <summary>Options that hold a number or a word.</summary>
internal static class NumberOption
{
    /// <summary>The most workers that can be asked for.</summary>
    public const int MostWorkers = 1024;

    private const int LargestBatch = 1_000_000;

    /// <summary><c>--workers none|N|-1|auto</c>; 0 stands for none.</summary>
    public static Option<Setting?> Workers() => new("--workers")
    {
        Description = "none (the program's own thread, for debugging), N, -1 (all cores), or auto (fits cores, memory and backtests).",
        HelpName = "none|N|-1|auto",
        CustomParser = result => Text(result) switch
        {
            "auto" => Setting.Automatic,
            "none" => new Setting(0),
            "0" => Refuse(
                result, "--workers 0 means nothing: say none to run in the program's own thread, or auto, -1 for all cores, or a number from 1"),
            var text when Whole(text) is { } count => count is -1 or (>= 1 and <= MostWorkers)
                ? new Setting((int)count)
                : Refuse(result, $"--workers {text} is out of range: it has to be none, auto, -1 for all cores, or 1 to {MostWorkers}"),
            var text => Refuse(result, $"--workers '{text}' is no number: it has to be none, auto, -1 for all cores, or 1 to {MostWorkers}"),
        },
    };

    /// <summary>A batch size: <c>N|auto</c>.</summary>
    public static Option<Setting?> Batch(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N|auto",
        CustomParser = result => Text(result) is var text && text == "auto" ? Setting.Automatic
            : Whole(text) is >= 1 and <= LargestBatch and var size ? new Setting((int)size)
            : Refuse(result, $"{name} '{text}' has to be auto, or 1 to {LargestBatch}"),
    };

    /// <summary>A whole number from 1 on.</summary>
    public static Option<long?> FromOne(string name, string description, long most = long.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (Whole(Text(result)) is { } number && number >= 1 && number <= most) return number;
            result.AddError(most == long.MaxValue
                ? $"{name} '{Text(result)}' has to be a whole number from 1"
                : $"{name} '{Text(result)}' has to be 1 to {most}");
            return null;
        },
    };

    /// <summary>A time such as <c>60s</c>.</summary>
    public static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "60s",
        CustomParser = result =>
        {
            if (Storage.Studies.ScalarText.Duration(Text(result)) is { } time) return time;
            result.AddError($"{name} '{Text(result)}' has to be a time such as 500ms, 60s, 5m or 1h");
            return null;
        },
    };

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Setting? Refuse(ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}

/// <summary>A setting that a command line names.</summary>
/// <param name="Number">The number; null for automatic.</param>
internal sealed record Setting(int? Number)
{
    /// <summary>Automatic.</summary>
    public static Setting Automatic { get; } = new((int?)null);
}
