using Backtest.Actors.Running;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Progress;

/// <summary>Lays a state out as lines of a terminal. No line is wider than the terminal, so that none wraps;
/// numbers keep their places while they grow.</summary>
/// <param name="title">What runs.</param>
/// <param name="describe">Names a backtest by its index.</param>
/// <param name="unicode">Whether the terminal shows more than ASCII.</param>
internal sealed class ProgressFrame(string title, Func<long, string> describe, bool unicode)
{
    /// <summary>So many workers have a line of their own; the others are counted.</summary>
    public const int WorkersShown = 8;

    private const int WidestBar = 60, Gap = 2, ShareWidth = 7;

    private readonly (char Done, char Left, string Cut) _signs = unicode ? ('━', '─', "…") : ('#', '-', "~");

    /// <summary>The lines of a state.</summary>
    /// <param name="progress">The state.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="workers">Whether to show the workers.</param>
    public IReadOnlyList<ProgressLine> Lay(StudyProgress progress, int width, bool workers)
    {
        // A line as wide as the terminal would leave the cursor beyond its end.
        width = Math.Max(1, width - 1);
        List<ProgressLine> lines = [Bar(progress, width), .. Flow(Figures(progress), width)];
        if (workers) lines.AddRange(Workers(progress, width));
        return lines;
    }

    private ProgressLine Bar(StudyProgress progress, int width)
    {
        var recorded = progress.Planned - progress.Missing;
        var share = progress.Planned > 0 ? (double)recorded / progress.Planned : 1;
        var percent = $"{PlainProgress.ShareOf(share * 100),5} %";
        var name = width >= title.Length + Gap + 20 + ShareWidth + 1 ? title + new string(' ', Gap) : "";
        var cells = Math.Min(WidestBar, width - name.Length - ShareWidth - 1);
        if (cells < 5) return new ProgressLine(Cut([new(percent.Trim(), Tint.None)], width));
        var done = (int)(cells * share);
        return new ProgressLine(
        [
            new(name, Tint.Bold),
            new(new string(_signs.Done, done), progress.Failed > 0 ? Tint.Yellow : Tint.Green),
            new(new string(_signs.Left, cells - done), Tint.Dim),
            new($" {percent}", Tint.None),
        ]);
    }

    /// <summary>The figures, the most telling ones first; each has a fixed width for the whole run.</summary>
    private static IEnumerable<ProgressPiece> Figures(StudyProgress progress)
    {
        var recorded = progress.Planned - progress.Missing;
        var planned = Invariant($"{progress.Planned:#,0}");
        yield return new(Invariant($"{recorded:#,0}").PadLeft(planned.Length) + $" of {planned}", Tint.None);
        yield return new(Invariant($"{progress.Failed:#,0} failed"), progress.Failed > 0 ? Tint.Red : Tint.None);
        yield return new(progress.Remaining is { } left ? $"{Left(left),4} left" : "   ? left", Tint.None);
        yield return new($"{Rate(progress.PerSecond),9}", Tint.None);
        yield return new(Invariant($"used {progress.Memory.UsedPercent:0} %"), Tint.Dim);
        yield return new(Invariant($"available {progress.Memory.AvailableGiB:0.0} GB"), Tint.Dim);
        yield return new($"resident {Size(progress.Memory.Resident)}", Tint.Dim);
    }

    private static IEnumerable<ProgressLine> Flow(IEnumerable<ProgressPiece> pieces, int width)
    {
        List<ProgressPiece> line = [];
        var used = 0;
        foreach (var piece in pieces)
        {
            if (used > 0 && used + Gap + piece.Text.Length > width)
            {
                yield return new ProgressLine(line);
                (line, used) = ([], 0);
            }

            if (used > 0) line.Add(new(new string(' ', Gap), Tint.None));
            line.AddRange(piece.Text.Length > width ? [piece with { Text = piece.Text[..width] }] : [piece]);
            used += (used > 0 ? Gap : 0) + piece.Text.Length;
        }

        if (line.Count > 0) yield return new ProgressLine(line);
    }

    private IEnumerable<ProgressLine> Workers(StudyProgress progress, int width)
    {
        var shown = progress.Workers.Take(WorkersShown).ToArray();
        if (shown.Length == 0) yield break;
        var names = shown.Max(worker => worker.Name.Length);
        var counts = Invariant($"{progress.Planned:#,0}").Length;
        foreach (var worker in shown)
        {
            var running = worker.Running >= 0 ? describe(worker.Running) : "idle";
            yield return new ProgressLine(Cut(
            [
                new(worker.Name.PadRight(names + Gap), Tint.Dim),
                new(Invariant($"{worker.Completed:#,0}").PadLeft(counts) + new string(' ', Gap), Tint.None),
                new(running, Tint.Dim),
            ],
            width));
        }

        if (progress.Workers.Count > shown.Length)
            yield return new ProgressLine(Cut([new($"+{progress.Workers.Count - shown.Length} more", Tint.Dim)], width));
    }

    private List<ProgressPiece> Cut(IEnumerable<ProgressPiece> pieces, int width)
    {
        List<ProgressPiece> kept = [];
        foreach (var piece in pieces)
        {
            if (piece.Text.Length <= width)
            {
                kept.Add(piece);
                width -= piece.Text.Length;
                continue;
            }

            if (width > 0) kept.Add(piece with { Text = piece.Text[..(width - 1)] + _signs.Cut });
            break;
        }

        return kept;
    }
}
