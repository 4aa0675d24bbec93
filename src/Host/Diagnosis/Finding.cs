namespace Backtest.Host.Diagnosis;

/// <summary>One thing that <c>doctor</c> looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Value">How it is.</param>
/// <param name="State">Whether that is well.</param>
/// <param name="Remedy">What to do about it; null where nothing.</param>
internal sealed record Finding(string Name, string Value, FindingState State = FindingState.Well, string? Remedy = null);

/// <summary>Whether something is well.</summary>
internal enum FindingState
{
    /// <summary>It is.</summary>
    Well,

    /// <summary>It works, and could be better.</summary>
    Note,

    /// <summary>Runs will fail.</summary>
    Wrong,
}
