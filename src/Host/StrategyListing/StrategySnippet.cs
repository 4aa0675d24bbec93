using System.Globalization;
using System.Text;
using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Host.BarFiles;

namespace Backtest.Host.StrategyListing;

/// <summary>Lines of a study file that run a strategy over a small grid around its defaults.</summary>
internal static class StrategySnippet
{
    /// <summary>The lines, from <c>strategies:</c> on.</summary>
    public static string Of(StrategyDeclaration strategy, StrategyOrigin? origin)
    {
        var text = new StringBuilder("strategies:\n");
        text.Append(CultureInfo.InvariantCulture, $"  - name: {strategy.Name}\n");
        if (origin is not null) text.Append(CultureInfo.InvariantCulture, $"    {origin.Key}: {YamlScalar.Of(origin.Path)}\n");
        if (strategy.Parameters.Count > 0) text.Append("    parameters:\n");
        foreach (var parameter in strategy.Parameters)
            text.Append(CultureInfo.InvariantCulture, $"      {parameter.Name}: {Values(parameter)}\n");
        return text.ToString();
    }

    private static string Values(ParameterDeclaration parameter)
    {
        if (parameter.Default.IsText) return YamlScalar.Of(parameter.Default.Text);
        var middle = parameter.Default.Number;
        double[] around = parameter.WholeNumber ? [Math.Round(middle / 2), middle, middle * 2] : [middle * 0.8, middle, middle * 1.2];
        var allowed = around.Distinct().Where(value => double.IsFinite(value) && parameter.Defect(new ParameterValue(value)) is null)
            .Select(value => value.ToString("G12", CultureInfo.InvariantCulture)).ToArray();
        return allowed.Length > 1 ? $"[{string.Join(", ", allowed)}]" : parameter.Default.ToString();
    }
}
