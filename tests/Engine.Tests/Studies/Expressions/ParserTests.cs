using Backtest.Engine.Studies.Expressions;

namespace Backtest.Engine.Tests.Studies.Expressions;

public sealed class ParserTests
{
    [Theory]
    [InlineData("a + b * c", "(a + (b * c))")]
    [InlineData("a - b - c", "((a - b) - c)")]
    [InlineData("a < b and c < d or e < f", "(((a < b) and (c < d)) or (e < f))")]
    [InlineData("not a < b and c = d", "((not (a < b)) and (c == d))")]
    [InlineData("-a * b / 2", "(((-a) * b) / 2)")]
    [InlineData("(a + b) * 'x'", "((a + b) * 'x')")]
    public void StrongerOperatorsBindFirst(string text, string expected) => Assert.Equal(expected, Text(Parser.Parse(text)));

    [Fact]
    public void NestingHasAnEnd()
    {
        var deep = new string('(', 101) + "a" + new string(')', 101);

        var refused = Assert.Throws<ExpressionException>(() => Parser.Parse(deep));

        Assert.Contains("nested deeper than 100 levels", refused.Message, StringComparison.Ordinal);
    }

    private static string Text(Node node) => node switch
    {
        NumberNode number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        TextNode text => $"'{text.Value}'",
        NameNode name => name.Name,
        NegativeNode negative => $"(-{Text(negative.Operand)})",
        NotNode not => $"(not {Text(not.Operand)})",
        PairNode pair => $"({Text(pair.Left)} {pair.Operator} {Text(pair.Right)})",
        _ => throw new InvalidOperationException(node.ToString()),
    };
}
