using Akka.Persistence;
using Akka.Persistence.TestKit;
using Akka.TestKit.Xunit2;
using Backtest.Actors.Checkpoints;
using Backtest.Actors.Tests.Examples;
using static Backtest.Actors.Checkpoints.CheckpointProtocol;

namespace Backtest.Actors.Tests.Checkpoints;

public sealed class CheckpointSupervisionTests : TestKit
{
    public CheckpointSupervisionTests()
        : base(QuickSystem.Failing)
    {
    }

    [Fact]
    public async Task ACheckpointThatStopsIsStartedAgainWithWhatItHadRecorded()
    {
        var journal = TestJournal.FromRef(Persistence.Instance.Apply(Sys).JournalFor(null));
        await journal.OnWrite.SetInterceptorAsync(new Faults(2, 1, () => new TestJournalFailureException("disk full")));
        var supervisor = CreateTestProbe();
        var settings = new CheckpointSettings(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100));
        var checkpoint = Sys.ActorOf(CheckpointSupervision.Props(
            "study", supervisor.Ref, new FlushPolicy(1, false, settings.Linger), settings, TimeProvider.System));
        Assert.Equal(0, (await supervisor.ExpectMsgAsync<CheckpointRecovered>()).Results);
        checkpoint.Tell(new RecordResults(1, ExampleResults.Rows(0, 5)), TestActor);
        Assert.Equal(1, (await ExpectMsgAsync<ResultsAcknowledged>()).Id);

        checkpoint.Tell(new RecordResults(2, ExampleResults.Rows(5, 5)), TestActor);
        Assert.Equal("disk full", (await supervisor.ExpectMsgAsync<CheckpointUnavailable>()).Reason);
        Assert.Equal(5, (await supervisor.ExpectMsgAsync<CheckpointRecovered>()).Results);
        await ExpectNoMsgAsync(TimeSpan.FromMilliseconds(50));
        checkpoint.Tell(new RecordResults(2, ExampleResults.Rows(5, 5)), TestActor);

        Assert.Equal(2, (await ExpectMsgAsync<ResultsAcknowledged>()).Id);
        Assert.Equal(2, (await JournalEvents.ReadBatchesAsync(Sys, "study")).Length);
    }
}
