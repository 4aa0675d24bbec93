using Backtest.Engine.Bars;
using Backtest.Engine.Checks;
using Backtest.Engine.Execution;
using Backtest.Engine.Market;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Checks;

public sealed class LookaheadCheckTests
{
    private static readonly BarSeries Bars = SyntheticBars.Create("SYN", Timeframe.Day, 1000, 7);

    [Fact]
    public void AStrategyOfThePastHasNothingToFind() => Assert.Null(Check((market, signals) =>
    {
        var close = market.Close;
        for (var bar = 1; bar < close.Length; bar++)
        {
            if (close[bar] > close[bar - 1]) signals.Entries[bar] = true;
            else signals.Exits[bar] = true;
        }
    }));

    [Fact]
    public void ALookAtTheNextBarIsFoundWhereTheDataEnd()
    {
        var found = Check((market, signals) =>
        {
            var close = market.Close;
            for (var bar = 0; bar < close.Length - 1; bar++)
            {
                if (close[bar + 1] > close[bar] * 1.02) signals.Entries[bar] = true;
            }
        });

        Assert.NotNull(found);
        Assert.Equal("entry only with the bars after the cut", found.What);
        Assert.Equal(found.CutTime, found.CloseTime);
        Assert.Equal(Bars.CloseTimes[found.Bar], found.CloseTime);
        Assert.True(Bars.Close[found.Bar + 1] > Bars.Close[found.Bar] * 1.02);
    }

    [Fact]
    public void ARareLookIsFoundSinceTheDataAreCutRightAfterADecision()
    {
        var found = Check((market, signals) =>
        {
            if (market.Count > 700) signals.Exits[699] = true;
        });

        Assert.Equal((699, "exit only with the bars after the cut"), (found!.Bar, found.What));
    }

    [Fact]
    public void AScaleOfAllTheDataIsFoundAtItsFirstDifference()
    {
        var found = Check((market, signals) =>
        {
            var highest = double.NegativeInfinity;
            foreach (var close in market.Close) highest = Math.Max(highest, close);
            for (var bar = 0; bar < market.Count; bar++)
            {
                if (market.Close[bar] < 0.95 * highest) signals.Entries[bar] = true;
            }
        });

        Assert.NotNull(found);
        Assert.True(found.CloseTime <= found.CutTime);
        Assert.StartsWith("entry only", found.What, StringComparison.Ordinal);
    }

    [Fact]
    public void ASignalThatLaterBarsTakeAwayIsFound() =>
        Assert.Equal("entry only without the bars after the cut", Check((market, signals) => signals.Entries[market.Count - 1] = true)!.What);

    [Fact]
    public void AFailureOnShorterDataIsFound()
    {
        var found = Check((market, signals) =>
        {
            if (market.Count < 1000) throw new InvalidOperationException("too short");
        });

        Assert.Equal("fails on data that end here: System.InvalidOperationException: too short", found!.What);
    }

    [Fact]
    public void AFailureOnAllOfTheDataIsThrown() =>
        Assert.Throws<InvalidOperationException>(() => Check((_, _) => throw new InvalidOperationException("always")));

    [Fact]
    public void ABarByBarStrategyThatRemembersLaterBarsIsFound()
    {
        double[] seen = [];
        var found = Run(() => new Remembering(() => seen, closes => seen = closes));

        Assert.NotNull(found);
        Assert.Equal("orders or state differ with and without the bars after the cut", found.What);
    }

    [Fact]
    public void ABarByBarStrategyThatRemembersNothingIsFine() => Assert.Null(Run(() => new Remembering(() => [], _ => { })));

    private static LookaheadFinding? Check(Action<MarketView, SignalColumns> write) => Run(() => new FunctionStrategy(write));

    private static LookaheadFinding? Run(Func<IStrategy> create) => new LookaheadCheck(FunctionStrategy.PlanOf(create, Bars), 1).Run(0);

    /// <summary>Keeps the closes of a run, and in the next one buys before they rise.</summary>
    private sealed class Remembering(Func<double[]> recall, Action<double[]> remember) : IBarStrategy
    {
        public StrategyDeclaration Declaration { get; } = new("own", 1, "Remembers.", "none", [ParameterDeclaration.Whole("set", "set", 1, 1, 9)]);

        public int WarmUp(ParameterSet parameters) => 0;

        public void Begin(ParameterSet parameters) { }

        public void OnBar(in BarHistory bars, Portfolio portfolio, OrderTicket orders)
        {
            var (close, known) = (bars.Close[^1], recall());
            var next = bars.Count < known.Length ? known[bars.Count] : close;
            if (portfolio.Quantity == 0 && next > close) orders.Place(Order.Target(1));
            if (portfolio.Quantity > 0 && next < close) orders.Place(Order.Target(0));
            if (bars.Count > known.Length) remember(bars.Close.ToArray());
        }

        public void Persist(StateCodec state) { }
    }
}
