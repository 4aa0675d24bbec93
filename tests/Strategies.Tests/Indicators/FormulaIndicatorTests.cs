using Backtest.Goldens;
using Backtest.Strategies.Tests.Golden;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>Indicators that neither TTR nor TA-Lib has, against their published formulas written a second time, in R.</summary>
public sealed class FormulaIndicatorTests
{
    private static readonly IndicatorFigures Figures = new(FormulaColumns.File);

    public static TheoryData<string> Names => [.. FormulaColumns.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheColumnEqualsItsFormula(string column) =>
        Near.Holds(deviations => Figures.Check(deviations, column, FormulaColumns.All[column].From, FormulaColumns.All[column].Compute()));
}
