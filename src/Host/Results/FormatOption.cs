using System.CommandLine;

namespace Backtest.Host.Results;

/// <summary><c>--format table|json</c> of commands whose answer is short.</summary>
internal static class FormatOption
{
    private const string Table = "table", Json = "json";

    /// <summary>The option.</summary>
    public static Option<string> TextOrJson()
    {
        var option = new Option<string>("--format") { Description = "table for people, or json.", DefaultValueFactory = _ => Table };
        option.AcceptOnlyFromAmong(Table, Json);
        return option;
    }

    /// <summary>Whether JSON is asked for.</summary>
    public static bool IsJson(ParseResult parsed, Option<string> option) => parsed.GetRequiredValue(option) == Json;
}
