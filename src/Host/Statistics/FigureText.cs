using System.Globalization;
using Backtest.Engine.Statistics.TearSheets;
using Backtest.Host.Results;

namespace Backtest.Host.Statistics;

/// <summary>Figures of a tear sheet as a person reads them.</summary>
internal static class FigureText
{
    /// <summary>A figure with its unit.</summary>
    public static string Of(TearFigure figure, TearSheet sheet)
    {
        var value = figure.Of(sheet);
        return figure.Kind switch
        {
            FigureKind.Fraction => MetricText.Percent(value),
            FigureKind.Amount => MetricText.Amount(value),
            FigureKind.MeanBars => double.IsNaN(value) ? MetricText.Undefined : value.ToString("#,0.0", CultureInfo.InvariantCulture),
            FigureKind.Count => MetricText.Of(figure.Name, value, whole: true),
            _ => MetricText.Of(figure.Name, value, whole: false),
        };
    }
}
