using Backtest.Storage.Import;
using Backtest.Storage.Problems;
using Backtest.Storage.Tests.Examples;

namespace Backtest.Storage.Tests.Import;

public sealed class DatedValuesTests
{
    [Theory]
    [InlineData("date,amount\n2024-01-02,0.5\n2024-04-02,0.25\n")]
    [InlineData("2024-01-02,0.5\n2024-04-02,0.25\n")]
    [InlineData("1704153600000,0.5\n1712016000000,0.25")]
    public void TimesAndValuesAreReadWithAHeaderOrWithout(string text)
    {
        using var folder = new TemporaryFolder();

        var (times, values) = DatedValues.Read(folder.Write("values.csv", text), _ => null);

        Assert.Equal([new DateTime(2024, 1, 2).Ticks, new DateTime(2024, 4, 2).Ticks], times);
        Assert.Equal([0.5, 0.25], values);
    }

    [Theory]
    [InlineData("date,amount\n", "has no rows: expected a time and a number in each")]
    [InlineData("2024-01-02,1\n2024-01-02,1\n", "time 2024-01-02 is not after that of the row before it: sort the rows, each time once")]
    [InlineData("2024-01-02,7\n", "7 is wrong")]
    public void WhatIsWrongIsTold(string text, string message)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("values.csv", text);

        var refused = Assert.Throws<InputException>(() => DatedValues.Read(path, value => value == 7 ? "7 is wrong" : null));

        Assert.Equal(message, Assert.Single(refused.Problems).Message);
    }
}
