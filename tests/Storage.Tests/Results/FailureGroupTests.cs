using Backtest.Engine.Studies;
using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Results;

public sealed class FailureGroupTests
{
    [Fact]
    public void FailuresThatDifferInNumbersOnlyAreOneKind()
    {
        using var journal = new JournalFile();
        var plan = Crosses(7);
        journal.Add(Name, Batch(
            Done(plan, 0), Failed(plan, 1, "index 3 of 1,000.5"), Failed(plan, 2, "index 12 of 9"), Failed(plan, 3, "no index"),
            Failed(plan, 4, "index 3 of 5", "Other"), Failed(plan, 5, "index 7 of 8"),
            Failed(plan, 6, "index 7 of 8", status: ResultStatus.Crashed)));

        var groups = FailureGroup.Of(ResultTable.Read(plan, journal.Store));

        Assert.Equal([(3, 1L), (1, 3L), (1, 4L), (1, 6L)], groups.Select(group => (group.Count, group.Example.Index)));
    }
}
