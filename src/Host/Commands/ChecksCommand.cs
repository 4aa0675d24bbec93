using System.CommandLine;
using Backtest.Engine.Checks;
using Backtest.Engine.Studies;
using Backtest.Host.Checks;
using Backtest.Host.CommandLine;
using Backtest.Host.Results;
using Backtest.Host.Running;
using Backtest.Host.Studies;
using Backtest.Storage.Store;
using Backtest.Storage.Studies;

namespace Backtest.Host.Commands;

/// <summary><c>backtest check</c>: tries whether the strategies of a study can be trusted. Nothing is recorded.</summary>
internal static class ChecksCommand
{
    private const int UsualSample = 10, LargestSample = 100_000;

    /// <summary>The command.</summary>
    public static Command Create(Shell shell)
    {
        var tolerance = new Option<string>("--tolerance")
        {
            Description = "The share of decisions that may differ.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => "0.1%",
        };
        return new Command("check", "Try whether the strategies of a study look ahead, know their warm-up, and repeat themselves.")
        {
            Check(shell, "lookahead", "On data that end earlier, is the past the same? Reports the first bar that is not.", [],
                (plan, sample, _, seed, stop) => LookaheadReport.Of(plan, OneSymbol(shell, plan, sample), seed, stop)),
            Check(shell, "warmup", "How many bars before a window do the decisions need, and does the strategy declare as many?", [tolerance],
                (plan, sample, parsed, _, stop) =>
                    WarmUpReport.Of(plan, OneSymbol(shell, plan, sample), Share(parsed.GetRequiredValue(tolerance)), stop)),
            Check(shell, "determinism", "Run again, in another order, on fresh instances and on two threads: is the result the same? Finds static "
                + "state too.", [], (plan, sample, _, _, stop) => DeterminismReport.Of(plan, sample, stop)),
        };
    }

    private static Command Check(
        Shell shell,
        string name,
        string description,
        IReadOnlyList<Option> options,
        Func<Plan, IReadOnlyList<long>, ParseResult, ulong, CancellationToken, CheckReport> check)
    {
        var (study, store, format) = (SharedOptions.Study(), SharedOptions.Store(), FormatOption.TextOrJson());
        var count = NumberOption.FromOne("--sample", $"Backtests to check, spread over the plan; {UsualSample} by default.", LargestSample);
        var seed = new Option<ulong>("--seed") { Description = "Chooses the sample.", DefaultValueFactory = _ => 1 };
        var command = new Command(name, description) { study, count, seed, store, format };
        foreach (var option in options) command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            var directory = new StoreDirectory(parsed.GetRequiredValue(store));
            var plan = StudyReference.Plan(StudyReference.Open(parsed.GetRequiredValue(study), directory, writeNothing: true));
            var chosen = parsed.GetRequiredValue(seed);
            var sample = CheckSample.Of(plan, (int)(parsed.GetValue(count) ?? UsualSample), chosen);
            var report = check(plan, sample, parsed, chosen, cancellation);
            return Task.FromResult(report.Write(shell, FormatOption.IsJson(parsed, format), plan.Count));
        });
        return command;
    }

    /// <summary>Leaves portfolios out: these checks cut the bars of one symbol.</summary>
    private static IReadOnlyList<long> OneSymbol(Shell shell, Plan plan, IReadOnlyList<long> sample)
    {
        var reader = plan.CreateReader();
        long[] kept = [.. sample.Where(index => !reader.Read(index).Slice.IsPortfolio)];
        if (kept.Length == 0)
        {
            throw new UsageException($"every backtest of {plan.Study.Definition.Name} is of a portfolio, and this check cuts the bars of one symbol: "
                + "check the strategy on a data set of one symbol; 'backtest check determinism' takes portfolios too");
        }

        var left = sample.Count - kept.Length;
        if (left > 0) shell.Error.WriteLine($"backtest: {left} backtests of portfolios are left out: this check cuts the bars of one symbol");
        return kept;
    }

    private static double Share(string text) => ScalarText.Fraction(text) is { } share and >= 0 and < 1
        ? share
        : throw new UsageException($"--tolerance is '{text}': it has to be a share from 0% to below 100%, such as 0.1%");
}
