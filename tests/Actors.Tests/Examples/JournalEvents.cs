using Akka.Actor;
using Akka.Persistence;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Tests.Examples;

/// <summary>The events of a study in whatever journal an actor system has.</summary>
internal static class JournalEvents
{
    /// <summary>All events recorded so far.</summary>
    public static Task<IReadOnlyList<JournalEvent>> ReadAsync(ActorSystem system, string study)
    {
        var answer = new TaskCompletionSource<IReadOnlyList<JournalEvent>>(TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Props.Create(() => new EventCollector(study, answer)));
        return answer.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>The sizes of the batches recorded so far.</summary>
    public static async Task<int[]> ReadBatchesAsync(ActorSystem system, string study) =>
        [.. (await ReadAsync(system, study)).OfType<ResultsRecorded>().Select(batch => batch.Rows.Count)];

    private sealed class EventCollector : UntypedPersistentActor
    {
        private readonly TaskCompletionSource<IReadOnlyList<JournalEvent>> _answer;
        private readonly List<JournalEvent> _events = [];

        public EventCollector(string study, TaskCompletionSource<IReadOnlyList<JournalEvent>> answer) => (PersistenceId, _answer) = (study, answer);

        public override string PersistenceId { get; }

        protected override void OnCommand(object message) => Unhandled(message);

        protected override void OnRecover(object message)
        {
            if (message is JournalEvent recorded) _events.Add(recorded);
            if (message is not RecoveryCompleted) return;
            _answer.TrySetResult(_events);
            Context.Stop(Self);
        }

        protected override void OnRecoveryFailure(Exception reason, object? message = null) => _answer.TrySetException(reason);
    }
}
