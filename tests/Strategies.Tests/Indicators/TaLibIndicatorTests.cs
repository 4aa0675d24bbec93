using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Indicators against TA-Lib's own C code, with figures made by tests/Golden/making/talib.js.</summary>
public sealed class TaLibIndicatorTests
{
    private static readonly IndicatorFigures Figures = new(TaLibColumns.File);

    public static TheoryData<string> Names => [.. TaLibColumns.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheColumnEqualsTaLib(string column) =>
        Near.Holds(deviations => Figures.Check(deviations, column, TaLibColumns.All[column].From, TaLibColumns.All[column].Compute()));
}
