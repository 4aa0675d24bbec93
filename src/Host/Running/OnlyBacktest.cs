using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Storage.Problems;
using Backtest.Storage.Results;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Running;

/// <summary><c>run --only KEY</c>: one backtest in the program's own thread, so that a debugger stops in its strategy. Nothing is recorded.</summary>
internal static class OnlyBacktest
{
    private const int FewestDigits = 4, KeyDigits = 32, MostListed = 5, LookAfter = 4096;

    /// <summary>Runs it and writes its metrics, or its exception.</summary>
    /// <param name="shell">Where to write.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="key">Its key, or the beginning of it.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">No backtest of the plan has such a key, or several do.</exception>
    public static int Run(Shell shell, Plan plan, string key, CancellationToken cancellation)
    {
        var index = Find(plan, key.ToLowerInvariant(), cancellation);
        var runner = new BacktestRunner(plan, new ColumnCache());
        var subject = PrintableText.Of(plan.Describe(index));
        shell.Output.WriteLine(Invariant($"{plan.Study.Definition.Name}, backtest {runner.Read(index).Key}, index {index:#,0}: {subject}"));
        try
        {
            Write(shell, runner.Replay(index).Metrics);
            return ExitCodes.Done;
        }
        catch (Exception failure)
        {
            shell.Error.WriteLine($"failed: {failure.GetType().FullName}: {PrintableText.Of(failure.Message)}");
            shell.Error.WriteLine(failure.StackTrace);
            return ExitCodes.Failures;
        }
    }

    private static long Find(Plan plan, string key, CancellationToken cancellation)
    {
        if (key.Length is < FewestDigits or > KeyDigits || !key.All(char.IsAsciiHexDigit))
        {
            throw new UsageException($"--only '{PrintableText.Of(key)}' is no key: write {FewestDigits} to {KeyDigits} hexadecimal digits, "
                + "as 'backtest results' shows them");
        }

        var reader = plan.CreateReader();
        List<(long Index, Hash128 Key)> found = [];
        for (var index = 0L; index < plan.Count && found.Count <= MostListed; index++)
        {
            if (index % LookAfter == 0) cancellation.ThrowIfCancellationRequested();
            var candidate = reader.Read(index).Key;
            if (!candidate.ToString().StartsWith(key, StringComparison.Ordinal) || found.Any(other => other.Key == candidate)) continue;
            found.Add((index, candidate));
            if (key.Length == KeyDigits) break;
        }

        return found.Count switch
        {
            1 => found[0].Index,
            0 => throw new UsageException(
                $"no backtest of {plan.Study.Definition.Name} has a key that begins with '{key}': 'backtest results' shows keys"),
            _ => throw new UsageException($"several keys begin with '{key}': write more of it, of {string.Join(", ", found.Select(one => one.Key))}"),
        };
    }

    private static void Write(Shell shell, Metrics metrics)
    {
        foreach (var metric in ResultColumns.Metrics)
        {
            var value = MetricText.Of(metric.Name, metric.Number(metrics), metric.Kind == ResultColumnKind.Whole);
            shell.Output.WriteLine($"{metric.Name,-18}{value,14}");
        }
    }
}
