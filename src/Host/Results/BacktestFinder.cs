using System.Globalization;
using Backtest.Host.CommandLine;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>Finds the backtest that a command line names: the beginning of its key, or its rank.</summary>
internal static class BacktestFinder
{
    private const int FewestDigits = 4, MostListed = 5;

    /// <summary>What is said where no backtest is named. A shell reads an unquoted <c>#</c> as the beginning of a comment.</summary>
    public const string NoneNamed = "which backtest? name a key as the ranking shows it, or a rank in quotes, such as '#1'";

    /// <summary>The row that is meant.</summary>
    /// <param name="results">The study's results.</param>
    /// <param name="name">A key, its beginning, or <c>#rank</c>.</param>
    /// <param name="ranking">The query whose ranks are counted.</param>
    /// <exception cref="UsageException">There is no such backtest, or there are several.</exception>
    public static ResultRow Find(StudyResults results, string name, ResultQuery ranking)
    {
        if (results.Table.Count == 0) throw new UsageException($"nothing is recorded of {results.Study.Name}: run it first");
        return name.StartsWith('#') ? AtRank(results.Table, name, ranking) : WithKey(results, name);
    }

    private static ResultRow AtRank(ResultTable table, string name, ResultQuery ranking)
    {
        if (!int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) || rank < 1)
            throw new UsageException($"'{PrintableText.Of(name)}' is no rank: write a number from 1 after the #, such as '#1'");
        var positions = QueryAnswer.Select(table, ranking with { Top = null }).Positions;
        return rank <= positions.Count
            ? table[positions[rank - 1]]
            : throw new UsageException($"there is no rank {rank}: the ranking has {MetricText.Count(positions.Count)} backtests");
    }

    private static ResultRow WithKey(StudyResults results, string name)
    {
        var key = name.ToLowerInvariant();
        if (key.Any(letter => !char.IsAsciiHexDigit(letter)) || key.Length > 32)
            throw new UsageException(
                $"'{PrintableText.Of(name)}' is no key: write hexadecimal digits as the ranking shows them, or a rank such as '#1'");
        if (key.Length < FewestDigits)
            throw new UsageException($"key '{name}' is too short: write {FewestDigits} digits or more; for a rank write '#{name}' in quotes");
        var table = results.Table;
        var found = table.At(Enumerable.Range(0, table.Count)).Where(row => row.Key.ToString().StartsWith(key, StringComparison.Ordinal)).ToArray();
        var keys = found.Select(row => row.Key).Distinct().ToArray();
        return keys.Length switch
        {
            1 => found[0],
            0 => throw new UsageException(
                $"no recorded backtest of {results.Study.Name} has a key that begins with '{key}': "
                + $"'backtest results {results.Study.Name}' shows keys"),
            _ => throw new UsageException($"{keys.Length} keys begin with '{key}': write more of it, of "
                + string.Join(", ", keys.Take(MostListed)) + (keys.Length > MostListed ? ", ..." : "")),
        };
    }
}
