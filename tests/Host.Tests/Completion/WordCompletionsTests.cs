using Backtest.Host.CommandLine;
using Backtest.Host.Completion;

namespace Backtest.Host.Tests.Completion;

public sealed class WordCompletionsTests
{
    [Theory]
    [InlineData("data check --timestamps ", "close")]
    [InlineData("data generate --timeframe ", "15m")]
    [InlineData("completion ", "pwsh")]
    [InlineData("data ", "formats")]
    [InlineData("run --st", "--store")]
    public void WordsThatACommandKnowsAreOffered(string line, string word) => Assert.Contains(word, Offered(line));

    [Fact]
    public void NoHelpIsOfferedThatLooksLikeAPath() => Assert.DoesNotContain(Offered("run "), word => word.StartsWith('/'));

    [Fact]
    public void MetricsAreNamedAsColumns() => Assert.Superset(
        new HashSet<string> { "sharpe", "max_drawdown", "trades", "final_equity" }, MetricColumns.Names.ToHashSet());

    private static IEnumerable<string> Offered(string line)
    {
        var shell = new Shell(TextWriter.Null, TextWriter.Null, false, false, false, 80);
        return BacktestProgram.CreateRoot(shell).Parse(line).GetCompletions(line.Length).Select(item => item.Label);
    }
}
