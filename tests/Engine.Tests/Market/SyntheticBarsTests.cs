using Backtest.Engine.Market;
using CsCheck;

namespace Backtest.Engine.Tests.Market;

public sealed class SyntheticBarsTests
{
    [Fact]
    public void EveryBarIsPossibleWhateverTheSeed() => Gen.Select(Gen.Int[1, 2000], Gen.ULong).Sample(
        (count, seed) =>
        {
            var bars = SyntheticBars.Create("X", Timeframe.Hour, count, seed);

            Assert.All(Enumerable.Range(0, count), bar => Assert.Null(bars[bar].Defect()));
        },
        iter: 50);

    [Fact]
    public void OneSeedGivesTheSameBarsAndAnotherGivesOthers()
    {
        var one = SyntheticBars.Create("X", Timeframe.Hour, 100, 1).ContentHash;

        Assert.Equal(one, SyntheticBars.Create("X", Timeframe.Hour, 100, 1).ContentHash);
        Assert.NotEqual(one, SyntheticBars.Create("X", Timeframe.Hour, 100, 2).ContentHash);
    }
}
