namespace Backtest.Storage.Journal;

/// <summary>Who computed a result. No part of its hash; differs from run to run.</summary>
/// <param name="Node">The process.</param>
/// <param name="Worker">The worker in it.</param>
/// <param name="Attempt">1 where the first attempt was recorded, 2 where its range had been handed out before, and so on.</param>
public sealed record Provenance(string Node, string Worker, int Attempt);
