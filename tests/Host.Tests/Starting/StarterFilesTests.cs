using System.Text;
using System.Xml.Linq;
using Backtest.Host.Starting;

namespace Backtest.Host.Tests.Starting;

public sealed class StarterFilesTests
{
    [Fact]
    public void AFolderWithMeaningfulLettersIsEscaped()
    {
        var props = Props("/opt/back & test/100% $(HOME);'x'");

        Assert.Equal("/opt/back &amp; test/100%25 %24%28HOME%29%3B%27x%27", Value(props));
    }

    [Theory]
    [InlineData("/opt/backtest/")]
    [InlineData("/opt/backtest")]
    public void TheFolderEndsInNoSeparator(string folder) => Assert.Equal("/opt/backtest", Value(Props(folder)));

    [Fact]
    public void NoPlaceholderIsLeft() => Assert.All(
        StarterFiles.All("/opt/backtest"),
        file => Assert.DoesNotContain("{BacktestFolder}", Encoding.UTF8.GetString(file.Content.Span), StringComparison.Ordinal));

    private static string Props(string folder) =>
        Encoding.UTF8.GetString(StarterFiles.All(folder).Single(file => file.Path.EndsWith(".props", StringComparison.Ordinal)).Content.Span);

    private static string Value(string props)
    {
        XDocument.Parse(props);
        return props[(props.IndexOf("''\">", StringComparison.Ordinal) + 4)..props.IndexOf("</BacktestFolder>", StringComparison.Ordinal)];
    }
}
