using Backtest.Engine.Statistics.Pooling;
using Backtest.Engine.Studies.Folds;
using Backtest.Storage.Pooling;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Pooling;

public sealed class PooledTableTests : IDisposable
{
    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void EachSetAndDataSetPoolsItsOwnWindows()
    {
        var plan = SweepStudy.Plan();
        var results = SweepStudy.Run(_journal, plan);
        var (table, set) = (new PooledTable(results), new PooledSet());

        Assert.Equal(SweepStudy.Sets * 2, table.Count);
        for (var at = 0; at < table.Count; at++)
        {
            table.Read(at, set);
            var rows = Enumerable.Range(3 * at, 3).Select(position => results[position]).ToArray();
            Assert.Equal(rows[0].Index, set.First.Index);
            Assert.Equal((3, rows.Sum(row => row.Metrics.Trades)), (set.Pool.Windows, set.Pool.Trades));
            Assert.Equal(rows.Min(row => row.Metrics.MaxDrawdown), set.Pool.WorstDrawdown);
            Assert.Equal(rows.Sum(row => row.Metrics.FinalEquity - 10_000), set.Pool.NetGain, 6);
        }
    }

    [Fact]
    public void AFailedWindowIsCountedAndNotPooled()
    {
        var plan = SweepStudy.Plan();
        var results = SweepStudy.Run(_journal, plan, index => index == 4 ? ResultStudy.Failed(plan, index) : null);
        var set = new PooledSet();

        new PooledTable(results).Read(1, set);

        Assert.Equal((2, 1), (set.Pool.Windows, set.Pool.FailedWindows));
    }

    [Theory]
    [InlineData(PooledWindows.Automatic, 2)]
    [InlineData(PooledWindows.Test, 2)]
    [InlineData(PooledWindows.Train, 1)]
    [InlineData(PooledWindows.All, 3)]
    public void WhereWindowsTestOnlyThoseCountUnlessOthersAreAskedFor(PooledWindows asked, int windows)
    {
        var plan = SweepStudy.Plan(
            SweepStudy.Windows[0] with { Role = WindowRole.Train }, SweepStudy.Windows[1] with { Role = WindowRole.Test },
            SweepStudy.Windows[2] with { Role = WindowRole.Test });
        var (table, set) = (new PooledTable(SweepStudy.Run(_journal, plan), asked), new PooledSet());

        table.Read(table.Count - 1, set);

        Assert.Equal((windows, windows), (table.PooledCount, set.Pool.Windows));
        Assert.Equal(asked == PooledWindows.Automatic ? 2 : windows, PooledMetric.Find("windows")!.Of(set.Pool));
    }

    [Fact]
    public void OtherStudiesPoolAllWindows() =>
        Assert.Equal([true, true, true], PooledWindowsOfPlan.Of(SweepStudy.Plan(), PooledWindows.Automatic));
}
