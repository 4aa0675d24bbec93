using Backtest.Engine.Studies;
using Backtest.Storage.Journal;
using Backtest.Storage.Results;
using Backtest.Storage.Tests.Examples;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Results;

public sealed class StudySummaryTests
{
    [Fact]
    public void AStudyIsCountedWithoutItsFiles()
    {
        using var file = new JournalFile();
        var plan = Crosses(9);
        var retried = Failed(plan, 3);
        var batch = Batch(Done(plan, 0), Done(plan, 1), Failed(plan, 2), retried);
        file.Add(Name, Begun(plan), batch, new RetryRecorded([retried.Key], RecordedAt), Batch(Done(plan, 8)));
        file.Damage(Name, 4);
        using var journal = file.Open();

        var summary = StudySummary.Read(journal, Name);

        Assert.Equal(
            ("/studies/example.yaml", 9L, 3, 1, 1, RecordedAt),
            (summary.Path, summary.Planned, summary.Recorded, summary.Failed, summary.Damaged, summary.LastRecordedAt));
        Assert.Equal(2, summary.Counts[ResultStatus.Done]);
    }
}
