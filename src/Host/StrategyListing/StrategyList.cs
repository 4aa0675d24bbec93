using System.Text;
using Backtest.Engine.Signals;

namespace Backtest.Host.StrategyListing;

/// <summary>Strategies one below the other: name and rule, then the parameters.</summary>
internal static class StrategyList
{
    /// <summary>The text.</summary>
    public static string Of(IReadOnlyList<StrategyDeclaration> strategies)
    {
        var text = new StringBuilder();
        foreach (var strategy in strategies)
        {
            text.Append(strategy.Name).Append(": ").Append(strategy.Summary).Append('\n');
            if (strategy.Parameters.Count > 0) ParameterTable.AppendTo(text, strategy.Parameters, headed: false);
            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }
}
