using Backtest.Host.Progress;
using Backtest.Storage.Problems;

namespace Backtest.Host.Running;

/// <summary>Shows warnings of a run as they come, without tearing its progress; a flood of them is cut.</summary>
/// <param name="display">Where to write.</param>
internal sealed class RunNotes(ProgressDisplay display)
{
    private const int MostShown = 20;

    private int _count;

    /// <summary>Takes a warning in.</summary>
    public void Add(string note)
    {
        var count = Interlocked.Increment(ref _count);
        if (count <= MostShown) display.Note(PrintableText.Of(note));
        else if (count == MostShown + 1) display.Note("warning: more of these are not shown");
    }
}
