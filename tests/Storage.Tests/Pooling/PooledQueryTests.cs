using Backtest.Engine.Statistics.Pooling;
using Backtest.Engine.Studies;
using Backtest.Storage.Pooling;
using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Pooling;

public sealed class PooledQueryTests : IDisposable
{
    private readonly JournalFile _journal = new();
    private readonly PooledTable _table;

    public PooledQueryTests() => _table = new PooledTable(SweepStudy.Run(_journal, SweepStudy.Plan()));

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void TheScoreOrdersAndIsThatOfTheSetsThatAreCompared()
    {
        var all = Scores(new PooledQuery(RankingFocus.All[0]));
        var some = Scores(new PooledQuery(RankingFocus.All[0], Where: new Expression("fast < 6 and symbol == 'UP'")));

        Assert.Equal((96, 18), (all.Length, some.Length));
        Assert.Equal(all.OrderDescending(), all);
        Assert.Equal(some.OrderDescending(), some);
        Assert.NotEqual(all[0], some[0]);
    }

    [Fact]
    public void AnyColumnOfNumbersOrdersWithItsBestFirst()
    {
        double[] Values(string sort, ColumnOrder? order = null)
        {
            var column = _table.Columns.Find(sort)!;
            return [.. new PooledQuery(RankingFocus.All[0], sort, order).Select(_table).Sets().Select(set => column.Number!(set))];
        }

        Assert.Equal(Values("sharpe").OrderDescending(), Values("sharpe"));
        Assert.Equal(Values("sharpe").Order(), Values("sharpe", ColumnOrder.SmallestFirst));
        Assert.Equal(Values("volatility").Order(), Values("volatility"));
        Assert.Equal(Values("fast").Order(), Values("fast"));
    }

    [Fact]
    public void TopCutsAndEqualSetsKeepTheOrderOfThePlan()
    {
        var selection = new PooledQuery(RankingFocus.All[0], "windows", Top: 5).Select(_table);

        Assert.Equal([0, 1, 2, 3, 4], selection.Positions);
        Assert.Equal(96, selection.Matching);
    }

    [Theory]
    [InlineData("sharp", null, "did you mean 'sharpe'?")]
    [InlineData("symbol", null, "there is no column of numbers 'symbol'")]
    [InlineData("score", "scor > 1", "condition 'scor > 1', column 1")]
    [InlineData("score", "score > 1", "condition 'score > 1', column 1")]
    public void WhatDoesNotFitIsTold(string sort, string? where, string expected)
    {
        var query = new PooledQuery(RankingFocus.All[0], sort, Where: where is null ? null : new Expression(where));

        Assert.Contains(expected, Assert.Throws<ResultQueryException>(() => query.Select(_table)).Message, StringComparison.Ordinal);
    }

    private double[] Scores(PooledQuery query) => [.. query.Select(_table).Sets().Select(set => set.Score)];
}
