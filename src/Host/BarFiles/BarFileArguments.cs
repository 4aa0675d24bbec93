using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Backtest.Engine.Market;
using Backtest.Storage.Bars;

namespace Backtest.Host.BarFiles;

/// <summary>Options that say what is in a file of bars.</summary>
internal static class BarFileArguments
{
    /// <summary><c>--symbol SPX</c>.</summary>
    public static Option<string?> Symbol(string description) => new("--symbol") { Description = description, HelpName = "NAME" };

    /// <summary><c>--timeframe 1h</c>.</summary>
    public static Option<Timeframe?> Timeframe(string description)
    {
        var option = new Option<Timeframe?>("--timeframe") { Description = description, HelpName = "1d", CustomParser = Interval };
        option.CompletionSources.Add("1m", "5m", "15m", "1h", "4h", "1d", "1w", "1M");
        return option;
    }

    /// <summary><c>--format yahoo</c>.</summary>
    public static Option<string> Format()
    {
        var option = new Option<string>("--format")
        {
            Description = "The files' format; 'backtest data formats' explains them.",
            DefaultValueFactory = _ => BarFile.Formats[0],
        };
        return option.AcceptOnlyFromAmong([.. BarFile.Formats]);
    }

    /// <summary><c>--timestamps close</c>.</summary>
    public static Option<string> Timestamps()
    {
        var option = new Option<string>("--timestamps")
        {
            Description = "What the times of the rows mark; auto is what the format defines.",
            DefaultValueFactory = _ => "auto",
        };
        return option.AcceptOnlyFromAmong("auto", "open", "close");
    }

    /// <summary>What a word of <see cref="Timestamps"/> means.</summary>
    public static TimestampMeaning MeaningOf(string timestamps) => timestamps switch
    {
        "open" => TimestampMeaning.Open,
        "close" => TimestampMeaning.Close,
        _ => TimestampMeaning.Auto,
    };

    /// <summary>An option that is a whole number.</summary>
    public static Option<T?> Whole<T>(string name, string description, T most)
        where T : struct, IBinaryInteger<T> => new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}': it has to be a whole number up to {most}"));
                return null;
            },
        };

    /// <summary><c>--start 2020-01-31</c>, or with a time of day, in UTC.</summary>
    public static Option<DateTime?> Start() => new("--start")
    {
        Description = "When the first bar opens, in UTC; 2015-01-01 by default.",
        HelpName = "DATE",
        CustomParser = Moment,
    };

    private static Timeframe? Interval(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Engine.Market.Timeframe.TryParse(text, out var timeframe)) return timeframe;
        result.AddError($"--timeframe is '{text}': it has to be an interval such as 1m, 15m, 4h, 1d, 1w");
        return null;
    }

    private static DateTime? Moment(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, Utc, out var moment)) return moment;
        result.AddError($"--start is '{text}': it has to be a date such as 2010-01-31, or 2010-01-31T15:30:00Z");
        return null;
    }
}
