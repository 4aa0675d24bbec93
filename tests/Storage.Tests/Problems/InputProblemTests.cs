using Backtest.Storage.Problems;

namespace Backtest.Storage.Tests.Problems;

public sealed class InputProblemTests
{
    [Theory]
    [InlineData(3, 7, "bars.csv:3:7: bad")]
    [InlineData(3, 0, "bars.csv:3: bad")]
    [InlineData(0, 0, "bars.csv: bad")]
    public void Locates_as_well_as_it_can(int line, int column, string expected) =>
        Assert.Equal(expected, new InputProblem("bars.csv", line, column, "bad").ToString());

    [Fact]
    public void Control_characters_cannot_reach_a_terminal() =>
        Assert.Equal(
            "a\\u001b[2J.csv:1:2: x\\u000ay\\u202ez",
            new InputProblem("a\u001b[2J.csv", 1, 2, "x\ny\u202ez").ToString());

    [Fact]
    public void A_long_value_is_cut() =>
        Assert.True(new InputProblem("a", 0, 0, new string('9', 100_000)).ToString().Length < 600);
}
