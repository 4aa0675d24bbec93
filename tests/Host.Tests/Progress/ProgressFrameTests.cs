using Backtest.Host.Progress;
using CsCheck;

namespace Backtest.Host.Tests.Progress;

public sealed class ProgressFrameTests
{
    private readonly ProgressFrame _frame = new("sp500-sma-cross", index => $"sma-cross fast={index} slow=200 SPX", unicode: true);

    [Fact]
    public void AWideTerminalShowsBarFiguresAndWorkers() => Assert.Equal(
        """
        sp500-sma-cross  ━━━━━━────────────────────────────────────────────────  12.5 %
         1,250 of 10,000  3 failed   4 s left    2,310/s  used 40 %  available 12.0 GB
        resident 310 MB
        worker-1     623  idle
        worker-2     623  sma-cross fast=0 slow=200 SPX
        """,
        Text(_frame.Lay(ExampleProgress.Of(10_000, 1_247, failed: 3), 80, workers: true)));

    [Fact]
    public void ANarrowTerminalLosesNoFigure()
    {
        var text = Text(_frame.Lay(ExampleProgress.Of(10_000, 1_250), 40, workers: false));

        string[] figures = ["12.5 %", "1,250 of 10,000", "0 failed", "4 s left", "2,310/s", "used 40 %", "available 12.0 GB", "resident 310 MB"];
        Assert.All(figures, figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Fact]
    public void MoreThanEightWorkersAreCounted()
    {
        var lines = _frame.Lay(ExampleProgress.Of(10_000, 100, workers: 12), 80, workers: true);

        Assert.Equal("+4 more", lines[^1].ToString());
        Assert.Contains("worker-8 ", lines[^2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoLineEverWraps() => Gen.Select(Gen.Int[1, 200], Gen.Long[1, 10_000_000_000], Gen.Double[0, 1], Gen.Int[0, 20]).Sample(
        (width, planned, share, workers) =>
        {
            var progress = ExampleProgress.Of(planned, (long)(planned * share), workers: Math.Max(1, workers));
            Assert.All(_frame.Lay(progress, width, workers: true), line => Assert.InRange(line.ToString().Length, 0, Math.Max(1, width - 1)));
        });

    [Fact]
    public void NumbersKeepTheirPlacesWhileTheyGrow()
    {
        var (early, late) = (Second(ExampleProgress.Of(10_000, 7)), Second(ExampleProgress.Of(10_000, 9_999)));

        Assert.Equal(late.IndexOf("failed", StringComparison.Ordinal), early.IndexOf("failed", StringComparison.Ordinal));
        Assert.Equal(late.Length, early.Length);

        string Second(Actors.Running.StudyProgress progress) => _frame.Lay(progress, 120, workers: false)[1].ToString();
    }

    [Fact]
    public void WithoutUnicodeTheBarIsAscii()
    {
        var lines = new ProgressFrame("study", _ => "", unicode: false).Lay(ExampleProgress.Of(100, 50), 40, workers: true);

        Assert.All(Text(lines), letter => Assert.True(char.IsAscii(letter)));
    }

    private static string Text(IReadOnlyList<ProgressLine> lines) => string.Join('\n', lines);
}
