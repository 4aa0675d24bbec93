using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Results;

public sealed class ReplayTests
{
    [Fact]
    public void TradesAndEquityAgreeWithTheRecordedMetrics()
    {
        using var journal = new JournalFile();
        var plan = Crosses(5);
        journal.Add(Name, Batch(new BacktestRunner(plan, new ColumnCache()).Run(2)));
        var table = ResultTable.Read(plan, journal.Store);

        var replay = Replay.Of(table, table[0]);

        Assert.True(replay.IsEqual);
        Assert.Equal(replay.Row.Metrics.Trades, replay.Trades.Count);
        Assert.Equal(replay.Row.Metrics.FinalEquity, replay.Equity[^1], 9);
        Assert.Equal(("2015-01-01", "2015-01-10", 10), (replay.Times[0], replay.Times[^1], replay.Equity.Count));
        Assert.All(replay.Trades, trade => Assert.Equal(trade.ExitTime is null, trade.Trade.IsOpen));
    }

    [Fact]
    public void AnotherResultThanTheRecordedOneIsNoticed()
    {
        using var journal = new JournalFile();
        var plan = Crosses(5);
        journal.Add(Name, Batch(Done(plan, 2)));
        var table = ResultTable.Read(plan, journal.Store);

        Assert.False(Replay.Of(table, table[0]).IsEqual);
        Assert.True(Replay.Recorded(table[0]).IsEqual);
    }
}
