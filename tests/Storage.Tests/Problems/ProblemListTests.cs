using Backtest.Storage.Problems;

namespace Backtest.Storage.Tests.Problems;

public sealed class ProblemListTests
{
    [Fact]
    public void Keeps_twenty_and_counts_the_rest()
    {
        var list = new ProblemList("f");
        for (var i = 1; i <= 25; i++) list.Add(i, 0, "bad");
        var thrown = Assert.Throws<InputException>(list.ThrowIfAny);
        Assert.Equal(21, thrown.Problems.Count);
        Assert.Equal("f: and 5 more", thrown.Problems[^1].ToString());
        Assert.Equal("f:20: bad", thrown.Problems[19].ToString());
    }

    [Fact]
    public void An_empty_list_throws_nothing()
    {
        var list = new ProblemList("f");
        list.ThrowIfAny();
        Assert.Equal(0, list.Count);
    }
}
