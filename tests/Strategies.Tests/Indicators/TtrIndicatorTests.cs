using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Indicators against R's TTR 0.24.3 over 5,105 daily bars, warm-up included: all but its parabolic SAR, which is not Wilder's.</summary>
public sealed class TtrIndicatorTests
{
    private static readonly IndicatorFigures Figures = new(TtrColumns.File);

    public static TheoryData<string> Names => [.. TtrColumns.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheColumnEqualsTtr(string column) =>
        Near.Holds(deviations => Figures.Check(deviations, column, TtrColumns.All[column].From, TtrColumns.All[column].Compute()));
}
