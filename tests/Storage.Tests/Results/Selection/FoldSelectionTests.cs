using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Folds;
using Backtest.Storage.Results;
using Backtest.Storage.Results.Selection;
using Backtest.Storage.Tests.Examples;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Results.Selection;

public sealed class FoldSelectionTests : IDisposable
{
    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void TheBestInSampleIsChosenAndRankedOutOfSample()
    {
        // A row a set: train-1, test-1, train-2, test-2.
        var selection = FoldSelection.Of(Table([1, 5, 1, 1], [3, 2, double.NaN, 9], [3, 7, 2, double.NaN]));

        Assert.Equal([2, 3], selection.Choices.Select(choice => choice.InSample[0].Parameter(0).Number));
        Assert.Equal([3, 2], selection.Choices.Select(choice => choice.Rank));
        Assert.Equal([3, 2], selection.Choices.Select(choice => choice.Candidates));
        Assert.Equal([5L, 11L], selection.Choices.Select(choice => choice.OutOfSample[0].Index));
    }

    [Fact]
    public void AFoldWithoutACandidateHasNoChoice()
    {
        var selection = FoldSelection.Of(Table([1, 1, double.NaN, 1]));

        Assert.Equal("1", Assert.Single(selection.Choices).Fold.Name);
    }

    [Fact]
    public void ASetThatIsNotRecordedInEveryWindowOfTheFoldIsNoCandidate()
    {
        var plan = Plan(2);
        _journal.Add(Name, Batch(Done(plan, 0, 9), Done(plan, 4, 1), Done(plan, 5, 1)));

        var choice = Assert.Single(FoldSelection.Of(ResultTable.Read(plan, _journal.Store)).Choices);

        Assert.Equal((2, 1), (choice.InSample[0].Parameter(0).Number, choice.Candidates));
    }

    [Fact]
    public void EfficiencyIsGrowthOutOfSampleOverThatInSample()
    {
        var selection = FoldSelection.Of(Table([1, 1, 1, 1]));

        Assert.Equal(1, FoldSelection.Efficiency(selection.Choices), 12);
        Assert.True(double.IsNaN(FoldSelection.Efficiency([])));
    }

    [Fact]
    public void APathGoesThroughEveryTestWindowOnce()
    {
        var paths = StitchedEquity.Paths(FoldSelection.Of(Table([1, 5, 1, 1], [3, 2, 2, 9])).Choices);

        Assert.Equal([5L, 7L], Assert.Single(paths));
    }

    private static Plan Plan(int sets)
    {
        var study = Crosses(sets).Study;
        var folds = new WalkForward(new CalendarSpan(4, CalendarUnit.Day), new CalendarSpan(3, CalendarUnit.Day));
        return new Plan(study with { Definition = study.Definition with { Folds = folds } });
    }

    private ResultTable Table(params double[][] sharpes)
    {
        var plan = Plan(sharpes.Length);
        Assert.Equal(4, plan.Windows.Count);
        _journal.Add(Name, Batch([.. sharpes.SelectMany(row => row).Select((sharpe, index) => Done(plan, index, sharpe))]));
        return ResultTable.Read(plan, _journal.Store);
    }
}
