using Backtest.Engine.Simulation;

namespace Backtest.Actors.Nodes;

/// <summary>Measures the stages of one worker's backtests, and adds them to the run's profile under the strategy they belong to.</summary>
/// <param name="profile">The run's profile.</param>
/// <param name="clock">The clock.</param>
internal sealed class StageClock(RunProfile profile, TimeProvider clock)
{
    private readonly TimeSpan[] _spent = new TimeSpan[Enum.GetValues<RunStage>().Length];
    private readonly int[] _calls = new int[Enum.GetValues<RunStage>().Length];
    private RunStage? _stage;
    private long _since;

    /// <summary>A stage begins; the one before it ends.</summary>
    public void Enter(RunStage stage)
    {
        Leave();
        (_stage, _since) = (stage, clock.GetTimestamp());
        _calls[(int)stage]++;
    }

    /// <summary>The backtest ended.</summary>
    /// <param name="strategy">Tells which strategy it was.</param>
    public void Finish(Func<int> strategy)
    {
        Leave();
        profile.Add(strategy(), _spent, _calls);
        Array.Clear(_spent);
        Array.Clear(_calls);
    }

    private void Leave()
    {
        if (_stage is { } stage) _spent[(int)stage] += clock.GetElapsedTime(_since);
        _stage = null;
    }
}
