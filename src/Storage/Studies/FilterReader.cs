using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;

namespace Backtest.Storage.Studies;

/// <summary>Reads a condition over the metrics of results.</summary>
internal static class FilterReader
{
    /// <summary>The condition; null where there is none, or where it is wrong, which is reported.</summary>
    public static Expression? Read(string key, YamlMap map, StudyDocument document)
    {
        if (map.Scalar(key, "a condition over metrics such as trades >= 10 and sharpe > 0") is not { Value: { } text } scalar) return null;
        try
        {
            var filter = new Expression(text);
            filter.ForMetrics();
            return filter;
        }
        catch (ExpressionException problem)
        {
            StrategyReader.Report(document, YamlMap.PositionOf(scalar), problem);
            return null;
        }
    }
}
