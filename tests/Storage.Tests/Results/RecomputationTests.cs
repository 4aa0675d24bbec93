using Backtest.Engine.Signals;
using Backtest.Engine.Simulation;
using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Results;

public sealed class RecomputationTests : IDisposable
{
    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void ResultsOfADeterministicStrategyAreEqual()
    {
        var table = Table(forged: -1);

        Assert.Equal((20, 0), Counts(Recomputation.Run(table, 20, 1)));
        Assert.Equal((50, 0), Counts(Recomputation.Run(table, 1000, 1)));
    }

    [Fact]
    public void AResultThatCannotBeRepeatedIsNamed()
    {
        var again = Recomputation.Run(Table(forged: 17), 50, 1);

        Assert.Equal(17, Assert.Single(again.Different).Row.Index);
    }

    [Fact]
    public void TheSampleDependsOnTheSeedAlone()
    {
        var table = Table(forged: 17);
        var found = Enumerable.Range(1, 40).Select(seed => Recomputation.Run(table, 10, (ulong)seed).Different.Count).ToArray();

        Assert.Equal(found, Enumerable.Range(1, 40).Select(seed => Recomputation.Run(table, 10, (ulong)seed).Different.Count));
        Assert.Contains(0, found);
        Assert.Contains(1, found);
    }

    private static (int, int) Counts(Recomputation again) => (again.Count, again.Different.Count);

    private ResultTable Table(int forged)
    {
        var plan = Crosses(50);
        var runner = new BacktestRunner(plan, new ColumnCache());
        _journal.Add(Name, Batch([.. Enumerable.Range(0, 50).Select(index => index == forged ? Done(plan, index) : runner.Run(index))]));
        return ResultTable.Read(plan, _journal.Store);
    }
}
