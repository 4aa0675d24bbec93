using Backtest.Actors.Supervision;

namespace Backtest.Actors.Tests.Supervision;

public sealed class StorePatienceTests
{
    private readonly StorePatience _patience = new(TimeSpan.FromSeconds(60));

    [Fact]
    public void PatienceEndsWithAStoreThatNeverAnswers()
    {
        Assert.Equal((60, 50, 0), (Fail(0), Fail(10), Fail(60)));
        Assert.False(_patience.Answers);
    }

    [Fact]
    public void AStoreThatAnswersButCannotBeWrittenIsNotWell()
    {
        Fail(0);
        _patience.Answered();

        Assert.True(_patience.Answers);
        Assert.Equal((30, -1), (Fail(30), Fail(61)));
    }

    [Fact]
    public void WhatIsRecordedShowsThatItIsWell()
    {
        Fail(0);
        _patience.Answered();
        _patience.Recorded();

        Assert.Equal(60, Fail(59));
    }

    [Fact]
    public void AStoreThatWasNotHeardToFailForLongWasWell()
    {
        Fail(0);
        _patience.Answered();
        Assert.Equal(60, Fail(61));
        Assert.Equal(-10, Fail(131));
    }

    [Fact]
    public void LittlePatienceOutlastsTheTimeUntilResultsAreSentAgain()
    {
        var little = new StorePatience(TimeSpan.FromSeconds(1));
        little.Fail(TimeSpan.Zero);
        little.Answered();

        Assert.True(little.Fail(TimeSpan.FromSeconds(5)) <= TimeSpan.Zero);
    }

    private double Fail(int second) => _patience.Fail(TimeSpan.FromSeconds(second)).TotalSeconds;
}
