namespace Backtest.Host.CommandLine;

/// <summary>A command cannot do what it was asked to; exit code 2.</summary>
/// <param name="message">What is wrong, the value, and what would be right; one line.</param>
public sealed class UsageException(string message) : Exception(message);
