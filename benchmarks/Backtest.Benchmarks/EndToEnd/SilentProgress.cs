using Backtest.Actors.Running;

namespace Backtest.Benchmarks.EndToEnd;

/// <summary>Progress that nobody sees.</summary>
internal sealed class SilentProgress : IProgress<StudyProgress>
{
    public void Report(StudyProgress value)
    {
    }
}
