using Backtest.Engine.Market;
using Backtest.Engine.Tests.Examples;
using Backtest.Strategies.Tests.Examples;
using CsCheck;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>What holds for every indicator.</summary>
public sealed class IndicatorTests
{
    private static readonly BarSeries Moving = SyntheticBars.Create("X", Timeframe.Day, 100, 1);

    public static TheoryData<string> Names => [.. Indicator.All.Select(indicator => indicator.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheFutureChangesNoBitOfThePast(string name) =>
        Gen.Select(Gen.Int[1, 200], Gen.ULong, Gen.Int[2, 30], Gen.Double.Unit).Sample(
            (count, seed, period, share) =>
            {
                var (indicator, bars, end) = (Find(name), ExampleBars.Random(count, seed), (int)(share * count));

                var past = indicator.Compute(bars.Until(end), period);

                var whole = indicator.Compute(bars, period);
                for (var column = 0; column < whole.Length; column++) Assert.Equal(whole[column][..end].Select(Bits), past[column].Select(Bits));
            },
            iter: 200);

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsUndefinedInItsWarmUpAndDefinedAfterwardsHoweverFewBarsThereAre(string name)
    {
        var indicator = Find(name);
        foreach (var period in new[] { 1, 2, 5, 14, 30 }.Where(period => period >= indicator.MinimumPeriod))
        {
            for (var count = 0; count <= Moving.Count; count++)
            {
                var columns = indicator.Compute(Moving.Until(count), period);

                foreach (var (column, first) in columns.Zip(indicator.FirstDefined(period)))
                {
                    for (var bar = 0; bar < count; bar++)
                        Assert.True(double.IsFinite(column[bar]) == bar >= first, $"{name}({period}) of {count} bars is {column[bar]} at bar {bar}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void APeriodThatIsTooShortIsRefused(string name)
    {
        var indicator = Find(name);
        if (indicator.MinimumPeriod == 0) return;

        Assert.Throws<ArgumentOutOfRangeException>(() => indicator.Compute(Moving, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => indicator.Compute(Moving, -1));
    }

    private static Indicator Find(string name) => Indicator.All.Single(indicator => indicator.Name == name);

    /// <summary>Every NaN is the same one.</summary>
    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
