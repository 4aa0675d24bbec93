using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;
using Backtest.Goldens;
using Backtest.Strategies.Tests.Examples;

namespace Backtest.Strategies.Tests.Golden;

/// <summary>Guards the recorded results of users: a result may change only together with the version that is part of its key.</summary>
public sealed class ResultVersionTests
{
    /// <summary>The version that <see cref="Hashes"/> belong to.</summary>
    private const int Version = 2;

    /// <summary>For each strategy, one hash over the hashes of its results in a small study of the S&amp;P 500.</summary>
    private static readonly Dictionary<string, string> Hashes = new()
    {
        ["buy-and-hold"] = "56019119eb66091fc8bc86fed8aefce7",
        ["sma-cross"] = "346ecd24682727483571a75e262119b7",
        ["ema-cross"] = "1ef60bdd6e1558d2e3ff2f267dc9dcbc",
        ["macd"] = "c312c057d976e8f047da14ed6d965b26",
        ["rsi-reversion"] = "4440102f18b72c2cbde3b47c5d731706",
        ["bollinger-breakout"] = "169daa5d84aab0c925d2c22b275b70cf",
        ["donchian-breakout"] = "1e93745fb3f06487d592a780541d004b",
        ["momentum"] = "dc2c04d3ad30a8f52b359b12e431b4af",
        ["pair-spread"] = "716c975ac919985e9a12efa7f23d9873",
    };

    public static TheoryData<string> Names => [.. BuiltInStrategies.All.Select(strategy => strategy.Declaration.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ResultsChangeOnlyWithTheirVersion(string name)
    {
        var hash = HashOfResults(name).ToString();

        Assert.True(Hashes.ContainsKey(name), $"{name} is new: add [\"{name}\"] = \"{hash}\" to {nameof(Hashes)}");
        if (hash == Hashes[name] && Plan.ResultVersion == Version) return;
        Assert.Fail(Plan.ResultVersion == Version
            ? $"The results of {name} or their keys have changed. Unless that was meant, undo it. If it was: raise the strategy's Version where "
                + "only this strategy decides otherwise, else Plan.ResultVersion, so that recorded results are computed again; then set "
                + $"[\"{name}\"] = \"{hash}\" here."
            : $"Plan.ResultVersion is {Plan.ResultVersion}, these hashes are of {Version}: "
                + $"set {nameof(Version)} and [\"{name}\"] = \"{hash}\" here.");
    }

    private static Hash128 HashOfResults(string name)
    {
        var signals = AllStrategies.Signals.Any(strategy => strategy.Declaration.Name == name);
        var plan = new Plan(signals ? AllStrategies.Study([Sp500.Bars]) : AllStrategies.PairStudy());
        var (runner, hasher, hashes) = (new BacktestRunner(plan, new ColumnCache()), new CanonicalHasher(), new CanonicalHasher());
        for (var index = 0L; index < plan.Count; index++)
        {
            var backtest = runner.Read(index);
            if (plan.Study.Definition.Strategies[backtest.Strategy].Name != name) continue;
            var result = runner.Run(index);
            Assert.Equal(ResultStatus.Done, result.Status);
            hashes.Append(Portable(result, hasher).Hash);
        }

        return hashes.Finish();
    }

    /// <summary>Annual growth is a power, whose last digits differ from one system's mathematical library to another's.</summary>
    private static BacktestResult Portable(BacktestResult result, CanonicalHasher hasher) => BacktestResult.Done(
        result.Key,
        result.Metrics with { Cagr = Math.Round(result.Metrics.Cagr, 10), Calmar = Math.Round(result.Metrics.Calmar, 10) },
        hasher);
}
