using Akka.Persistence;
using Akka.Persistence.TestKit;
using Backtest.Storage.Journal;

namespace Backtest.Actors.Tests.Examples;

/// <summary>Throws at the <paramref name="first"/>-th event of a kind and at those after it, <paramref name="count"/> in all.</summary>
internal class Faults<T>(int first, int count, Func<Exception> fault) : IJournalInterceptor
{
    private int _seen;

    public Task InterceptAsync(IPersistentRepresentation message)
    {
        if (message.Payload is not T) return Task.CompletedTask;
        var number = Interlocked.Increment(ref _seen);
        return number >= first && number < first + (long)count ? throw fault() : Task.CompletedTask;
    }
}

/// <summary>Throws at batches of results.</summary>
internal sealed class Faults(int first, int count, Func<Exception> fault) : Faults<ResultsRecorded>(first, count, fault);
