using System.Globalization;
using System.Text;
using Backtest.Engine.Signals;

namespace Backtest.Host.StrategyListing;

/// <summary>One strategy in full: its rule, where it was published, its parameters, and what to write into a study file.</summary>
internal static class StrategyExplanation
{
    /// <summary>The text.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="origin">Where it is; null for a built-in one.</param>
    public static string Of(StrategyDeclaration strategy, StrategyOrigin? origin)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{strategy.Name}, version {strategy.Version}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Rule:    {strategy.Summary}\n");
        text.Append(CultureInfo.InvariantCulture, $"Source:  {strategy.Source}\n\n");
        if (strategy.Parameters.Count == 0) text.Append("It has no parameters.\n");
        else ParameterTable.AppendTo(text, strategy.Parameters, headed: true);
        text.Append("\nIn a study file:\n\n");
        foreach (var line in StrategySnippet.Of(strategy, origin).Split('\n')) text.Append(line.Length > 0 ? "  " : "").Append(line).Append('\n');
        return text.ToString().TrimEnd() + "\n";
    }
}
