using System.Text;
using Backtest.Actors.Running;
using Backtest.Engine.Studies;
using Backtest.Host.CommandLine;
using Backtest.Storage.Problems;

namespace Backtest.Host.Progress;

/// <summary>Draws the progress in place, a few times a second. Each frame is one write that overwrites the one before: nothing is erased
/// first, so nothing flickers.</summary>
internal sealed class LiveProgress : ProgressDisplay
{
    private const string HideCursor = "\e[?25l", ShowCursor = "\e[?25h", EraseRight = "\e[K", EraseBelow = "\e[J";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(300);

    private readonly Shell _shell;
    private readonly ProgressFrame _frame;
    private int _height;
    private bool _hidden;

    /// <summary>A display of a plan's run.</summary>
    public LiveProgress(Shell shell, Plan plan)
        : base(Interval)
    {
        _shell = shell;
        var unicode = shell.Error.Encoding.WebName.StartsWith("utf", StringComparison.OrdinalIgnoreCase);
        _frame = new ProgressFrame(plan.Study.Definition.Name, index => PrintableText.Of(plan.Describe(index)), unicode);
    }

    /// <inheritdoc/>
    protected override void WriteNote(string line)
    {
        var text = new StringBuilder();
        GoToTop(text);
        text.Append(line).Append(EraseRight).Append('\n').Append(EraseBelow);
        _height = 0;
        Put(text);
    }

    /// <inheritdoc/>
    protected override void WriteState(StudyProgress progress)
    {
        // A run that is over in a moment needs no bar.
        if (!_hidden && progress.Elapsed < First) return;
        Draw(progress, workers: true, _hidden ? "" : HideCursor);
        _hidden = true;
    }

    /// <inheritdoc/>
    protected override void WriteLast(StudyProgress? progress)
    {
        if (!_hidden) return;
        Draw(progress!, workers: false, "");
        Put(new StringBuilder(ShowCursor));
    }

    private void Draw(StudyProgress progress, bool workers, string before)
    {
        var lines = _frame.Lay(progress, _shell.ErrorWidth, workers);
        var text = new StringBuilder(before);
        GoToTop(text);
        foreach (var line in lines)
        {
            foreach (var piece in line.Pieces) Append(text, piece);
            text.Append(EraseRight).Append('\n');
        }

        text.Append(EraseBelow);
        _height = lines.Count;
        Put(text);
    }

    private void GoToTop(StringBuilder text)
    {
        text.Append('\r');
        if (_height > 0) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\e[{_height}A");
    }

    private void Append(StringBuilder text, ProgressPiece piece)
    {
        var code = !_shell.UseColor ? null : piece.Tint switch
        {
            Tint.Bold => "1",
            Tint.Dim => "2",
            Tint.Green => "32",
            Tint.Yellow => "33",
            Tint.Red => "31",
            _ => null,
        };
        if (code is null) text.Append(piece.Text);
        else text.Append("\e[").Append(code).Append('m').Append(piece.Text).Append("\e[0m");
    }

    private void Put(StringBuilder text)
    {
        _shell.Error.Write(text.ToString());
        _shell.Error.Flush();
    }
}
