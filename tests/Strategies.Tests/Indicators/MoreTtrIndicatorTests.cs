using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Indicators against R's TTR 0.24.3, with figures made by tests/Golden/making/ttr.R.</summary>
public sealed class MoreTtrIndicatorTests
{
    private static readonly IndicatorFigures Figures = new(MoreTtrColumns.File);

    public static TheoryData<string> Names => [.. MoreTtrColumns.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheColumnEqualsTtr(string column) =>
        Near.Holds(deviations => Figures.Check(deviations, column, MoreTtrColumns.All[column].From, MoreTtrColumns.All[column].Compute()));
}
