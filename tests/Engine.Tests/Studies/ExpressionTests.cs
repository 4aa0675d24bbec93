using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;

namespace Backtest.Engine.Tests.Studies;

public sealed class ExpressionTests
{
    private static readonly ParameterDeclaration[] Declarations =
    [
        ParameterDeclaration.Real("fast", "", 10, -1e9, 1e9),
        ParameterDeclaration.Real("slow", "", 50, -1e9, 1e9),
        ParameterDeclaration.Real("stop-loss", "", 0.05, 0, 1),
        ParameterDeclaration.OfText("mode", "", "none"),
    ];

    [Theory]
    [InlineData("fast < slow", true)]
    [InlineData("fast >= slow", false)]
    [InlineData("fast * 5 = slow", true)]
    [InlineData("fast * 5 == slow and mode == 'none'", true)]
    [InlineData("not fast < slow or mode != \"none\"", false)]
    [InlineData("not (fast > slow or slow < 0)", true)]
    [InlineData("slow - fast > 30", true)]
    [InlineData("-fast < 0", true)]
    [InlineData("slow / fast <= 5", true)]
    [InlineData("stop-loss <= 5%", true)]
    [InlineData("stop-loss * 2 < 1e-1", false)]
    [InlineData("fast + 2 * slow > 100 and fast < 11", true)]
    [InlineData("fast < slow or fast / 0 > 1 and fast > slow", true)]
    [InlineData("(fast - fast) / 0 == 0", false)]
    public void ConditionsMeanWhatTheySay(string text, bool expected) =>
        Assert.Equal(expected, new Expression(text).ForParameters(Declarations)(new ParameterSet(Declarations)));

    [Theory]
    [InlineData("", 1, "the condition is empty")]
    [InlineData("fast <", 7, "the condition ends here")]
    [InlineData("fast slow", 6, "'slow' is not expected here")]
    [InlineData("2 < fast < slow", 10, "compare two values at a time")]
    [InlineData("(fast < slow", 1, "this parenthesis is not closed")]
    [InlineData("fast < 'x", 8, "has no closing '")]
    [InlineData("fast $ slow", 6, "'$' means nothing here")]
    [InlineData("fast < 1.2.3", 8, "'1.2.3' is no number")]
    [InlineData("and fast", 1, "'and' stands where a value is expected")]
    public void WhatCannotBeReadIsLocated(string text, int column, string message)
    {
        var refused = Assert.Throws<ExpressionException>(() => new Expression(text));

        Assert.Equal(column, refused.Column);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fast < slov", 8, "did you mean 'slow'?")]
    [InlineData("fast + slow", 6, "where a condition such as fast < slow is expected")]
    [InlineData("mode < 'x'", 6, "texts have no order")]
    [InlineData("mode == 5", 9, "a text is compared with a number")]
    [InlineData("mode + 1 > 2", 1, "mode is a text")]
    public void WhatDoesNotFitTheParametersIsLocated(string text, int column, string message)
    {
        var refused = Assert.Throws<ExpressionException>(() => new Expression(text).ForParameters(Declarations));

        Assert.Equal(column, refused.Column);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepNestingIsRefused() =>
        Assert.Throws<ExpressionException>(() => new Expression(new string('(', 1000) + "1 < 2" + new string(')', 1000)));
}
