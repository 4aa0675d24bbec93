using Backtest.Host.CommandLine;
using Backtest.Host.Progress;
using Backtest.Host.Studies;
using Backtest.Host.Tests.Examples;
using Backtest.Storage.Store;

namespace Backtest.Host.Tests.Progress;

public sealed class LiveProgressTests : IDisposable
{
    private readonly RecordedStudies _studies = new();
    private Func<string> _written = () => "";

    public void Dispose() => _studies.Dispose();

    [Fact]
    public void AFrameOverwritesTheOneBeforeAndTheCursorComesBack()
    {
        var written = Draw(color: false, display =>
        {
            display.Report(ExampleProgress.Of(18, 5));
            Wait(display);
        });

        Assert.Contains("\e[?25l", written, StringComparison.Ordinal);
        Assert.EndsWith("\e[?25h", written, StringComparison.Ordinal);
        Assert.Contains("\r\e[", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[2J", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[0m", written, StringComparison.Ordinal);
        Assert.Contains("5 of 18", written, StringComparison.Ordinal);
    }

    [Fact]
    public void ColoursAreUsedWhereTheyAreWanted() => Assert.Contains(
        "\e[32m",
        Draw(color: true, display =>
        {
            display.Report(ExampleProgress.Of(18, 5));
            Wait(display);
        }),
        StringComparison.Ordinal);

    [Fact]
    public void ARunThatIsOverAtOnceDrawsNothing() =>
        Assert.Empty(Draw(color: true, display => display.Report(ExampleProgress.Of(18, 18, seconds: 0.1))));

    private string Draw(bool color, Action<ProgressDisplay> act)
    {
        var opened = StudyReference.Open(_studies.Study, new StoreDirectory(_studies.Terminal.Store));
        using var writer = new StringWriter();
        var shell = new Shell(TextWriter.Null, TextWriter.Synchronized(writer), false, true, color, 80);
        _written = () =>
        {
            // A synchronized writer locks itself.
            lock (shell.Error) return writer.ToString();
        };
        using (var display = new LiveProgress(shell, StudyReference.Plan(opened))) act(display);
        return _written();
    }

    /// <summary>Until the timer has drawn twice; then a note is written after the last frame.</summary>
    private void Wait(ProgressDisplay display)
    {
        Assert.True(SpinWait.SpinUntil(() => _written().Split("5 of 18").Length > 2, TimeSpan.FromMinutes(1)), "nothing was drawn");
        display.Note("noted");
    }
}
