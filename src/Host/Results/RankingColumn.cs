using Backtest.Storage.Results;

namespace Backtest.Host.Results;

/// <summary>One column of the ranking as it is printed.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Priority">The smaller, the sooner it is shown where not all fit.</param>
/// <param name="RightAligned">True for numbers.</param>
/// <param name="Text">The text of a rank, counted from 1, and its row.</param>
internal sealed record RankingColumn(string Header, int Priority, bool RightAligned, Func<int, ResultRow, string> Text);
