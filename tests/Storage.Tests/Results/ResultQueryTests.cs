using Backtest.Engine.Studies;
using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;
using CsCheck;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Results;

public sealed class ResultQueryTests : IDisposable
{
    private readonly JournalFile _journal = new();
    private readonly Plan _plan = Crosses(6);

    public ResultQueryTests() => _journal.Add(Name, Batch(
        Done(_plan, 0, sharpe: 1), Done(_plan, 1, sharpe: 3, trades: 20), Failed(_plan, 2), Done(_plan, 3, sharpe: 3),
        Done(_plan, 4, double.NaN), Done(_plan, 5, -2)));

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void WithoutASortRowsAreInTheOrderOfThePlan() => Assert.Equal([0, 1, 2, 3, 4, 5], Select(new ResultQuery()));

    [Fact]
    public void TheBestComesFirstEqualOnesInTheOrderOfThePlanAndUndefinedOnesLast()
    {
        Assert.Equal([1, 3, 0, 5, 2, 4], Select(new ResultQuery("sharpe")));
        Assert.Equal([5, 0, 1, 3, 2, 4], Select(new ResultQuery("sharpe", ColumnOrder.SmallestFirst)));
    }

    [Theory]
    [InlineData("max_drawdown", ColumnOrder.LargestFirst)]
    [InlineData("final_equity", ColumnOrder.LargestFirst)]
    [InlineData("volatility", ColumnOrder.SmallestFirst)]
    [InlineData("fees_paid", ColumnOrder.SmallestFirst)]
    [InlineData("max_drawdown_bars", ColumnOrder.SmallestFirst)]
    [InlineData("fast", ColumnOrder.SmallestFirst)]
    [InlineData("index", ColumnOrder.SmallestFirst)]
    public void EachColumnKnowsWhichEndIsItsBest(string column, ColumnOrder order) =>
        Assert.Equal(order, new ResultColumns(_plan.Study).Find(column)!.Order);

    [Fact]
    public void TextsSortByTheirLettersAndMissingOnesLast()
    {
        Assert.Equal([0, 1, 3, 4, 5, 2], Select(new ResultQuery("status")));
        Assert.Equal([2, 0, 1, 3, 4, 5], Select(new ResultQuery("error")));
        Assert.Equal([2, 0, 1, 3, 4, 5], Select(new ResultQuery("error", ColumnOrder.LargestFirst)));
    }

    [Fact]
    public void TheTopIsCutAndTheMatchingOnesAreCounted()
    {
        var selection = new ResultQuery("sharpe", Top: 2).Select(Table());

        Assert.Equal([1, 3], selection.Positions);
        Assert.Equal(6, selection.Matching);
    }

    [Theory]
    [InlineData("trades > 10 and sharpe > 1", new[] { 1 })]
    [InlineData("status == 'failed'", new[] { 2 })]
    [InlineData("fast <= 2", new[] { 0, 1 })]
    [InlineData("strategy == 'sma-cross' and symbol == 'SPX' and window == 'all' and sharpe < 0", new[] { 5 })]
    [InlineData("max_drawdown > -10%", new[] { 0, 1, 3, 4, 5 })]
    [InlineData("sharpe > 100", new int[0])]
    public void AConditionIsOverColumnsAndAnUndefinedNumberSatisfiesNoComparison(string condition, int[] expected) =>
        Assert.Equal(expected, Select(new ResultQuery(Where: new Expression(condition))));

    [Theory]
    [InlineData("shrpe", "there is no column 'shrpe' to sort by: did you mean 'sharpe'?")]
    [InlineData("zzzzzz", "there is no column 'zzzzzz' to sort by: there are index, key, status, strategy, fast, slow, symbol")]
    public void AnUnknownColumnIsToldWithTheNearestOrAll(string column, string expected)
    {
        var refused = Assert.Throws<ResultQueryException>(() => new ResultQuery(column).Select(Table()));

        Assert.StartsWith(expected, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sharpe > 1 and sloww > 2", "column 16: there is no 'sloww': did you mean 'slow'?")]
    [InlineData("status > 1", "column 8: texts have no order")]
    public void AWrongConditionIsToldWithItsPlace(string condition, string expected)
    {
        var refused = Assert.Throws<ResultQueryException>(() => new ResultQuery(Where: new Expression(condition)).Select(Table()));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SortingAgreesWithAStableSortByTheSameRule() =>
        Gen.Select(Gen.OneOf(Gen.Int[-3, 3].Select(number => (double)number), Gen.Const(double.NaN), Gen.Const(-0.0)).Array[1, 40], Gen.Bool).Sample(
            (values, descending) =>
            {
                using var journal = new JournalFile();
                var plan = Crosses(values.Length);
                journal.Add(Name, Batch([.. values.Select((value, index) => Done(plan, index, value))]));
                var expected = Enumerable.Range(0, values.Length).OrderBy(at => double.IsNaN(values[at])).ThenBy(at => double.IsNaN(values[at]) ? 0
                    : descending ? -values[at] : values[at]);

                var order = descending ? ColumnOrder.LargestFirst : ColumnOrder.SmallestFirst;
                Assert.Equal(expected, new ResultQuery("sharpe", order).Select(ResultTable.Read(plan, journal.Store)).Positions);
            },
            iter: 30,
            threads: 1);

    private ResultTable Table() => ResultTable.Read(_plan, _journal.Store);

    private IReadOnlyList<int> Select(ResultQuery query) => query.Select(Table()).Positions;
}
