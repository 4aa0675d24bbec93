using Backtest.Engine.Market;

namespace Backtest.Engine.Tests.Market;

public sealed class BarTests
{
    private static readonly Bar Good = new(1, 10, 12, 9, 11, 0);

    public static TheoryData<string, Bar> Defects => new()
    {
        { "open must be a finite positive price", Good with { Open = double.NaN } },
        { "high must be a finite positive price", Good with { High = double.PositiveInfinity } },
        { "low must be a finite positive price", Good with { Low = 0 } },
        { "close must be a finite positive price", Good with { Close = -1 } },
        { "volume must be a finite number, zero or more", Good with { Volume = -1 } },
        { "volume must be a finite number, zero or more", Good with { Volume = double.NaN } },
        { "high is below low", Good with { High = 8 } },
        { "high is below open or close", Good with { High = 10.5 } },
        { "low is above open or close", Good with { Low = 10.5 } },
    };

    [Fact]
    public void APossibleBarHasNoDefect()
    {
        Assert.Null(Good.Defect());
        Assert.Null(new Bar(0, 10, 10, 10, 10, 5).Defect());
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void AnImpossibleBarSaysWhy(string defect, Bar bar) => Assert.Equal(defect, bar.Defect());
}
