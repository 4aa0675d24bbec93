using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>One column of the ranking as it is printed.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Priority">The smaller, the sooner it is shown where not all fit.</param>
/// <param name="RightAligned">True for numbers.</param>
/// <param name="Text">A row's text.</param>
internal sealed record RankingColumn(string Header, int Priority, bool RightAligned, Func<ResultRow, string> Text);
