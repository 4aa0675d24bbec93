using Backtest.Host.CommandLine;
using Backtest.Host.Progress;

namespace Backtest.Host.Tests.Progress;

public sealed class ProgressModeTests
{
    [Theory]
    [InlineData(true, null, "xterm", ProgressMode.Bar)]
    [InlineData(false, null, "xterm", ProgressMode.Plain)]
    [InlineData(true, "true", "xterm", ProgressMode.Plain)]
    [InlineData(true, null, "dumb", ProgressMode.Plain)]
    internal void AutoDrawsABarWhereSomebodyWatches(bool terminal, string? ci, string term, ProgressMode mode)
    {
        var shell = new Shell(TextWriter.Null, TextWriter.Null, false, terminal, false, 80);

        Assert.Equal(mode, ProgressMode.Auto.Resolve(shell, name => name == "CI" ? ci : term));
        Assert.Equal(ProgressMode.None, ProgressMode.None.Resolve(shell, _ => null));
    }
}
