using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Market;

public sealed class PortfolioBarsTests
{
    private static readonly BarSeries First = Days([10, 11, 12], 1, 2, 4), Second = Days([20, 30, 30], 2, 3, 4);

    [Fact]
    public void TheTimelineHasEachMomentOfAnySymbolOnceAndMovesByTheMeanOfTheirReturns()
    {
        var timeline = PortfolioBars.Join("pair", [First, Second]);

        Assert.Equal(("pair", 4, Timeframe.Day), (timeline.Symbol, timeline.Count, timeline.Timeframe));
        Assert.Equal([1, 2, 3, 4], timeline.CloseTimes.ToArray().Select(time => time / TimeSpan.TicksPerDay));
        // Day 2: only the first is known before. Day 3: the second rises by half, the first stands still.
        Near.SameBits([100, 100 * 1.1, 100 * 1.1 * (2.5 / 2), 100 * 1.1 * (2.5 / 2) * ((12 / 11.0 + 1) / 2)], timeline.Close, "index");
        Near.SameBits(timeline.Close, timeline.Low, "low");
    }

    [Fact]
    public void SymbolsOfSeveralTimeframesAreRefused()
    {
        double[] one = [1.0];
        var hours = new BarSeries("H", Timeframe.Hour, new BarColumns(new long[] { 1 }, one, one, one, one, one));

        Assert.Throws<ArgumentException>(() => PortfolioBars.Join("x", [First, hours]));
        Assert.Throws<ArgumentException>(() => PortfolioBars.Join("x", []));
    }

    [Fact]
    public void AWindowTakesOfEachSymbolTheBarsThatLieInIt()
    {
        var slice = new BarSlice(PortfolioBars.Join("pair", [First, Second]), 1, 2, 4);

        Assert.Equal((3, 1), (slice.Count, slice.First));
        Assert.Equal([(2, 1), (3, 1)], slice.Portfolio.Symbols.Select(symbol => (symbol!.Count, symbol.First)));
        Assert.Equal([0, 0], slice.Portfolio.BarsAt(0).ToArray());
        Assert.Equal([~0, 1], slice.Portfolio.BarsAt(1).ToArray());
        Assert.Equal([1, 2], slice.Portfolio.BarsAt(2).ToArray());
        var early = new BarSlice(PortfolioBars.Join("pair", [First, Second]), 0, 0, 1);
        Assert.Null(early.Portfolio.Symbols[1]);
        Assert.Equal([0, PortfolioSlice.NoBar], early.Portfolio.BarsAt(0).ToArray());
    }

    [Fact]
    public void TheHashOfASliceIsOfTheBarsInItAndOfNothingElse()
    {
        var hash = Hash(First, Second);

        Assert.Equal(hash, Hash(Days([10, 11, 99], 1, 2, 4), Second));
        Assert.NotEqual(hash, Hash(Days([10, 99, 12], 1, 2, 4), Second));
        Assert.NotEqual(hash, Hash(Second, First));
    }

    [Fact]
    public void AStudyRunsASignalStrategyOnEverySymbolOfAPortfolio()
    {
        var portfolio = PortfolioBars.Join("pair", [ExampleBars.Random(200, 5), ExampleBars.Random(180, 6)]);
        var entry = new StrategyEntry("lag", null, [ExampleStudy.Range("lag", 1, 3)], null);
        var plan = new Plan(ExampleStudy.Of([entry], [portfolio], Window.All, ExampleStudy.Bars(50, 150)));
        var runner = new BacktestRunner(plan, new ColumnCache());

        var results = Enumerable.Range(0, (int)plan.Count).Select(index => runner.Run(index)).ToArray();

        Assert.All(results, result => Assert.Equal(ResultStatus.Done, result.Status));
        Assert.Equal(results.Length, results.Select(result => result.Key).Distinct().Count());
        var replay = runner.Replay(1);
        Assert.Equal(results[1].Metrics, replay.Metrics);
        Assert.Equal([0, 1], runner.Trades.Select(trade => trade.Symbol).Distinct().Order());
    }

    private static object Hash(BarSeries first, BarSeries second) => new BarSlice(PortfolioBars.Join("pair", [first, second]), 0, 1, 3).ContentHash;

    private static BarSeries Days(double[] closes, params int[] days) => new("D", Timeframe.Day, new BarColumns(
        days.Select(day => day * TimeSpan.TicksPerDay).ToArray(), closes, closes, closes, closes, new double[closes.Length]));
}
