using Backtest.Engine.Studies;

namespace Backtest.Engine.Tests.Studies;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("capitol", "capital")]
    [InlineData("Capital", "capital")]
    [InlineData("fil", "fill")]
    [InlineData("x", null)]
    [InlineData("something", null)]
    public void TheNearestWordIsFoundWhereItIsNearEnough(string word, string? nearest) =>
        Assert.Equal(nearest, Spelling.Nearest(word, ["capital", "fill", "costs"]));
}
