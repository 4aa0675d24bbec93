namespace Backtest.Host.StrategyListing;

/// <summary>Where strategies of a user's own are.</summary>
/// <param name="Key">The key of a study file that names it: <c>assembly</c> or <c>file</c>.</param>
/// <param name="Path">The path.</param>
internal sealed record StrategyOrigin(string Key, string Path);
