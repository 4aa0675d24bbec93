using Backtest.Engine.Numerics;
using Backtest.Storage.Journal;
using Backtest.Storage.Results;
using Backtest.Storage.Store;
using Backtest.Storage.Tests.Examples;
using static Backtest.Storage.Tests.Examples.ResultStudy;

namespace Backtest.Storage.Tests.Results;

public sealed class JournalCheckTests : IDisposable
{
    private readonly JournalFile _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void AJournalAsItWasWrittenIsSound()
    {
        var plan = Crosses(4);
        var failed = Failed(plan, 2);
        _journal.Add(
            Name, Begun(plan), Batch(Done(plan, 0), Done(plan, 1)), Batch(failed), new RetryRecorded([failed.Key], RecordedAt),
            Batch(Done(plan, 2)), Batch(Done(plan, 1)));

        var check = Check();

        Assert.Equal((6L, 5L), (check.Events, check.Results));
        Assert.Empty(check.Lost);
        Assert.Empty(check.Wrong);
    }

    [Fact]
    public void AChangedByteIsNamedWithTheResultsThatItCosts()
    {
        var plan = Crosses(4);
        _journal.Add(Name, Begun(plan), Batch(Done(plan, 0), Done(plan, 1)), Batch(Done(plan, 2)));
        _journal.Damage(Name, 2);

        var check = Check();

        Assert.Equal("event 2: its checksum does not match its content, 2 results", Assert.Single(check.Lost));
        Assert.Equal((2L, 1L), (check.LostResults, check.Results));
    }

    [Fact]
    public void WhicheverByteIsChangedItIsFound()
    {
        var plan = Crosses(4);
        var bytes = JournalCodec.Encode(Batch(Done(plan, 0), Failed(plan, 1)));
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 0x10;
            Assert.IsType<DamagedEvent>(JournalCodec.Decode(JournalCodec.ResultsManifest, bytes));
            bytes[at] ^= 0x10;
        }
    }

    [Fact]
    public void EventsThatAreGoneAreNamed()
    {
        var plan = Crosses(9);
        for (var index = 0; index < 9; index++) _journal.Add(Name, Batch(Done(plan, index)));
        foreach (var gone in new[] { 1, 4, 5, 8 }) _journal.Remove(Name, gone);

        Assert.Equal(["event 1 is gone", "events 4 to 5 are gone", "event 8 is gone"], Check().Lost);
    }

    [Fact]
    public void ARowWhoseHashIsNotThatOfItsContentIsNamed()
    {
        var plan = Crosses(1);
        var forged = Done(plan, 0) with { Hash = new Hash128(7) };
        _journal.Add(Name, Batch(forged));

        Assert.Equal($"event 1, backtest {forged.Key}: its hash is not that of its content", Assert.Single(Check().Wrong));
    }

    [Fact]
    public void AKeyWithTwoDifferentResultsIsNamed()
    {
        var plan = Crosses(1);
        var first = Done(plan, 0, sharpe: 1);
        _journal.Add(Name, Batch(first), Batch(Done(plan, 0, sharpe: 2)));

        Assert.Equal($"event 2, backtest {first.Key}: differs from its result in event 1, which counts", Assert.Single(Check().Wrong));
    }

    [Fact]
    public void AnEventOfANewerVersionIsToldAsSuch()
    {
        _journal.Add(Name, "results.v9", JournalCodec.Encode(Batch()));

        var refused = Assert.Throws<StoreException>(Check);

        Assert.Contains("results.v9", refused.Message, StringComparison.Ordinal);
    }

    private JournalCheck Check()
    {
        using var journal = _journal.Open();
        return JournalCheck.Of(journal, Name);
    }
}
