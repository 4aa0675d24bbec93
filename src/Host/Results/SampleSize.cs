using System.Globalization;
using Backtest.Host.CommandLine;
using Backtest.Storage.Problems;

namespace Backtest.Host.Results;

/// <summary>How many of all: a number, or a share.</summary>
/// <param name="Count">How many; null for a share.</param>
/// <param name="Share">The share, more than 0 and at most 1.</param>
internal readonly record struct SampleSize(int? Count, double Share)
{
    /// <summary>Reads <c>100</c> or <c>5%</c>.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static SampleSize Parse(string text)
    {
        var (share, culture) = (text.EndsWith('%') ? text[..^1] : "", CultureInfo.InvariantCulture);
        if (double.TryParse(share, NumberStyles.AllowDecimalPoint, culture, out var percent) && percent is > 0 and <= 100)
            return new SampleSize(null, percent / 100);
        if (int.TryParse(text, NumberStyles.None, culture, out var count) && count > 0) return new SampleSize(count, 0);
        throw new UsageException(
            $"'{PrintableText.Of(text)}' is no size of a sample: write a number such as 100, or a percentage up to 100% such as 5%");
    }

    /// <summary>How many of <paramref name="all"/>; one at least of a share.</summary>
    public int Of(int all) => Math.Min(all, Count ?? Math.Max(1, (int)Math.Round(all * Share)));
}
