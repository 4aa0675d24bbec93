using Backtest.Engine.Bars;
using Backtest.Engine.Checks;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Numerics;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Checks;

public sealed class WarmUpCheckTests
{
    private static readonly BarSeries Bars = SyntheticBars.Create("SYN", Timeframe.Day, 4000, 11);

    [Theory]
    [InlineData(49)]
    [InlineData(200)]
    public void AnAverageNeedsItsPeriodLessTheCurrentBar(int declared)
    {
        var measured = Run(() => new FunctionStrategy(AboveAverage(50), declared));

        Assert.Equal((declared, 49, 0.0), (measured.Declared, measured.Needed, measured.Difference));
        Assert.True(measured.IsEnough);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    public void AWarmUpThatIsTooShortIsFoundWithWhatWouldDo(int declared)
    {
        var measured = Run(() => new FunctionStrategy(AboveAverage(50), declared));

        Assert.InRange(measured.Needed!.Value, 46, 49);
        Assert.True(measured.Difference > WarmUpCheck.UsualTolerance);
        Assert.False(measured.IsEnough);
    }

    [Fact]
    public void RareCrossesOfAForgottenWarmUpAreFoundToo()
    {
        var measured = Run(() => new FunctionStrategy((market, signals) =>
        {
            var (fast, slow) = (new double[market.Count], new double[market.Count]);
            for (var bar = 0; bar < market.Count; bar++)
            {
                fast[bar] = FunctionStrategy.Average(market.Close, bar, 20);
                slow[bar] = FunctionStrategy.Average(market.Close, bar, 100);
            }

            Crossings.Write(fast, slow, signals.Entries, signals.Exits);
        }));

        Assert.False(measured.IsEnough);
        Assert.InRange(measured.Needed!.Value, 60, 110);
    }

    [Fact]
    public void AnAverageThatNeverForgetsConvergesWithinTheTolerance()
    {
        var measured = Run(() => new FunctionStrategy(AboveExponential(50), 400));

        Assert.True(measured.IsEnough);
        Assert.InRange(measured.Needed!.Value, 50, 400);
        Assert.False(Run(() => new FunctionStrategy(AboveExponential(50), 25)).IsEnough);
    }

    [Fact]
    public void ABarByBarStrategyIsMeasuredByItsPosition()
    {
        var measured = Run(() => new HighestClose(60, 30));

        Assert.False(measured.IsEnough);
        Assert.InRange(measured.Needed!.Value, 50, 60);
        Assert.True(Run(() => new HighestClose(60, 60)).IsEnough);
    }

    [Fact]
    public void WhatDependsOnAllHistoryIsNeverEnough()
    {
        var measured = Run(() => new FunctionStrategy((market, signals) =>
        {
            var first = BitConverter.DoubleToUInt64Bits(market.Close[0]);
            for (var bar = 0; bar < market.Count; bar++) signals.Entries[bar] = SeededRandom.Mix(first + (ulong)bar) % 2 == 0;
        }));

        Assert.Null(measured.Needed);
        Assert.False(measured.IsEnough);
        Assert.True(measured.IsKnown);
    }

    [Fact]
    public void DataThatAreTooShortTellNothing()
    {
        var measured = Run(() => new FunctionStrategy(AboveAverage(50), 2500));

        Assert.False(measured.IsKnown);
        Assert.False(measured.IsEnough);
        Assert.Equal((null, true), (measured.Needed, double.IsNaN(measured.Difference)));
    }

    private static WarmUpMeasurement Run(Func<IStrategy> create) =>
        new WarmUpCheck(FunctionStrategy.PlanOf(create, Bars), WarmUpCheck.UsualTolerance).Run(0);

    private static Action<MarketView, SignalColumns> AboveAverage(int period) => (market, signals) =>
    {
        for (var bar = 0; bar < market.Count; bar++)
        {
            var average = FunctionStrategy.Average(market.Close, bar, period);
            if (market.Close[bar] > average) signals.Entries[bar] = true;
            if (market.Close[bar] < average) signals.Exits[bar] = true;
        }
    };

    private static Action<MarketView, SignalColumns> AboveExponential(int period) => (market, signals) =>
    {
        var average = market.Close[0];
        for (var bar = 0; bar < market.Count; bar++)
        {
            average += (market.Close[bar] - average) * 2 / (period + 1);
            if (market.Close[bar] > average) signals.Entries[bar] = true;
            if (market.Close[bar] < average) signals.Exits[bar] = true;
        }
    };

    /// <summary>In at the highest close of a period, out at the lowest.</summary>
    private sealed class HighestClose(int period, int warmUp) : IBarStrategy
    {
        public StrategyDeclaration Declaration { get; } = new("own", 1, "Breakouts.", "none", [ParameterDeclaration.Whole("set", "set", 1, 1, 9)]);

        public int WarmUp(ParameterSet parameters) => warmUp;

        public void Begin(ParameterSet parameters) { }

        public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
        {
            if (bars.Count < period) return;
            var (close, highest, lowest) = (bars.Close[^1], double.NegativeInfinity, double.PositiveInfinity);
            foreach (var value in bars.Close[^period..]) (highest, lowest) = (Math.Max(highest, value), Math.Min(lowest, value));
            if (close == highest && portfolio.Quantity == 0) orders.Place(Order.Target(1));
            if (close == lowest && portfolio.Quantity > 0) orders.Place(Order.Target(0));
        }

        public void Persist(StateCodec state) { }
    }
}
