using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Results;

public sealed class ReplayStatisticsTests : IDisposable
{
    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void ATearSheetIsOfTheWindowAndComparesWithTheSymbolItself()
    {
        var table = SweepStudy.Run(_journal, SweepStudy.Plan());
        var replay = Replay.Of(table, table[1]);

        var (own, other) = (ReplayStatistics.Of(replay)!, ReplayStatistics.Of(replay, table.Plan.Study.Series[1], window: 10)!);

        var slice = table.Plan.CreateReader().Read(table[1].Index).Slice;
        Assert.Equal(replay.Equity, own.Curve.Values);
        Assert.Equal(("UP", "DOWN", 10), (own.Benchmark, other.Benchmark, other.Rolling.Window));
        Assert.Equal(slice.Close[^1] / slice.Close[slice.First] - 1, own.Comparison.TotalReturn, 10);
        Assert.NotEqual(own.Comparison.Beta, other.Comparison.Beta);
        Assert.Equal(replay.Trades.Count, own.Excursions.Count);
        Assert.Equal([5, 6, 7, 8], own.Months.Select(month => month.Month));
    }

    [Fact]
    public void WhatDidNotRunToItsEndHasNone()
    {
        var plan = SweepStudy.Plan();
        var table = SweepStudy.Run(_journal, plan, index => index == 0 ? ResultStudy.Failed(plan, index) : null);

        Assert.Null(ReplayStatistics.Of(Replay.Recorded(table[0])));
    }
}
