using System.Text.Json;

namespace Backtest.Host.Checks;

/// <summary>What a check found out about one backtest.</summary>
/// <param name="Target">The backtest.</param>
/// <param name="Verdict">In a word or two: <c>ok</c>, or what is wrong.</param>
/// <param name="IsFinding">Whether something is wrong.</param>
/// <param name="Cells">A text for each of the check's own columns.</param>
/// <param name="WriteJson">Writes the check's own members into the backtest's object.</param>
internal sealed record CheckLine(CheckTarget Target, string Verdict, bool IsFinding, string[] Cells, Action<Utf8JsonWriter> WriteJson);
