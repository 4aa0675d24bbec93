using Backtest.Engine.Studies;
using Backtest.Storage.Problems;
using Backtest.Storage.Studies;

namespace Backtest.Host.Running;

/// <summary>What is told before a run whose strategies share state.</summary>
internal static class StaticStateText
{
    private const int MostListed = 10;

    /// <summary>A line for each field; none where nothing is shared.</summary>
    public static IEnumerable<string> Lines(Study study)
    {
        var found = StaticState.Of(study);
        foreach (var field in found.Take(MostListed)) yield return $"warning: {PrintableText.Of(field.ToString())}";
        if (found.Count > MostListed) yield return PeopleText.Invariant($"warning: and {found.Count - MostListed} more fields like these");
    }
}
