using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Rules;
using Backtest.Engine.Simulation;
using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Simulation;

/// <summary>Signals run by jumps and signals run bar by bar are one and the same, to the last bit.</summary>
public sealed class TwoWaysTests
{
    private static readonly ParameterSet NoParameters = new([]);

    [Fact]
    public void JumpsAndBarsGiveTheSameTradesEquityAndHash() => Gen.Select(RandomMarket.Any, RandomMarket.AnyAccount, RandomRules.Any).Sample(
        (market, account, rules) => Same(market, account, rules), iter: 2500);

    [Fact]
    public void SoTheyDoWithoutRules() => Gen.Select(RandomMarket.Any, RandomMarket.AnyAccount).Sample(
        (market, account) => Same(market, account, TradingRules.None), iter: 1000);

    private static void Same(RandomMarket market, AccountSettings account, TradingRules rules)
    {
        var (slice, signals) = (market.Slice(), market.Signals());
        var (jumps, bars) = (new SignalSimulation(), new BarSimulation());
        double[] byJumps = new double[slice.WindowCount], byBars = new double[slice.WindowCount];

        var expected = jumps.Run(slice, signals, account, rules, byJumps);
        var actual = bars.Run(slice, new PlayedSignals(signals), NoParameters, account, rules, byBars);

        Assert.Equal(jumps.Trades, bars.Trades);
        Assert.Equal(byJumps, byBars);
        Assert.Equal(HashOf(expected), HashOf(actual));
    }

    private static Hash128 HashOf(Metrics metrics)
    {
        var hasher = new CanonicalHasher();
        metrics.AppendTo(hasher);
        return hasher.Finish();
    }
}
