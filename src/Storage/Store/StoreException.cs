namespace Backtest.Storage.Store;

/// <summary>A store could not be used; the message names it, says why, and what to do.</summary>
/// <param name="message">The message.</param>
/// <param name="inner">What was thrown below; null for nothing.</param>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
