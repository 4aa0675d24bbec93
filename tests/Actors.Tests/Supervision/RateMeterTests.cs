using Backtest.Actors.Supervision;

namespace Backtest.Actors.Tests.Supervision;

public sealed class RateMeterTests
{
    private readonly RateMeter _meter = new(TimeSpan.FromSeconds(5));

    [Fact]
    public void NothingIsToldFromOneMoment()
    {
        Assert.Equal(0, _meter.PerSecond);
        Note(1, 100);
        Assert.Equal(0, _meter.PerSecond);
        Note(1, 200);
        Assert.Equal(0, _meter.PerSecond);
    }

    [Fact]
    public void TheRateIsThatOfTheWindow()
    {
        for (var second = 0; second <= 20; second++) Note(second, second <= 10 ? second * 1000 : 10_000 + (second - 10) * 10);

        Assert.Equal(10, _meter.PerSecond);
    }

    [Fact]
    public void AfterAPauseTheTwoLastMomentsCount()
    {
        Note(0, 0);
        Note(1, 10);
        Note(101, 110);

        Assert.Equal(1, _meter.PerSecond);
    }

    [Fact]
    public void WhatStandsStillHasNoRate()
    {
        for (var second = 0; second < 10; second++) Note(second, 42);

        Assert.Equal(0, _meter.PerSecond);
    }

    private void Note(double seconds, long count) => _meter.Note(TimeSpan.FromSeconds(seconds), count);
}
