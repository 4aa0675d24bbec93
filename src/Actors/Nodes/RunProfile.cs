using Backtest.Actors.Running;
using Backtest.Engine.Simulation;
using Backtest.Engine.Studies;

namespace Backtest.Actors.Nodes;

/// <summary>Where the time of a run went, over all workers. Safe for several threads.</summary>
/// <param name="study">The study.</param>
internal sealed class RunProfile(Study study)
{
    /// <summary>The number of entries shown.</summary>
    public const int Shown = 10;

    private static readonly int Stages = Enum.GetValues<RunStage>().Length;

    private readonly Lock _gate = new();
    private readonly TimeSpan[] _total = new TimeSpan[study.Strategies.Count * Stages];
    private readonly long[] _calls = new long[study.Strategies.Count * Stages];

    /// <summary>Adds the stage times of one backtest.</summary>
    public void Add(int strategy, ReadOnlySpan<TimeSpan> spent, ReadOnlySpan<int> calls)
    {
        lock (_gate)
        {
            for (var stage = 0; stage < Stages; stage++)
            {
                _total[strategy * Stages + stage] += spent[stage];
                _calls[strategy * Stages + stage] += calls[stage];
            }
        }
    }

    /// <summary>The stages that took most of the time, longest first, ten at most.</summary>
    public IReadOnlyList<StageTime> Top()
    {
        lock (_gate)
        {
            return
            [
                .. Enumerable.Range(0, _total.Length)
                    .Where(at => _calls[at] > 0)
                    .Select(at => new StageTime(
                        study.Strategies[at / Stages].Declaration.Name, (RunStage)(at % Stages), _total[at], _calls[at]))
                    .OrderByDescending(entry => entry.Total)
                    .Take(Shown),
            ];
        }
    }
}
