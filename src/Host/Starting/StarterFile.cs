namespace Backtest.Host.Starting;

/// <summary>A file that a new user's folder is made of.</summary>
/// <param name="Path">Its path inside the folder, with slashes.</param>
/// <param name="Summary">What it is, in a few words.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record StarterFile(string Path, string Summary, ReadOnlyMemory<byte> Content);
