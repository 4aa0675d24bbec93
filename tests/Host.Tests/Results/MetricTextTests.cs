using Backtest.Host.Results;

namespace Backtest.Host.Tests.Results;

public sealed class MetricTextTests
{
    [Theory]
    [InlineData("total_return", 0.12345, false, "12.35%")]
    [InlineData("total_return", 123.4, false, "12,340.00%")]
    [InlineData("max_drawdown", -0.000001, false, "0.00%")]
    [InlineData("sharpe", -1.23456, false, "-1.235")]
    [InlineData("sharpe", -0.0001, false, "0.000")]
    [InlineData("final_equity", 12345.678, false, "12,345.68")]
    [InlineData("trades", 1234.0, true, "1,234")]
    [InlineData("sharpe", double.NaN, false, "-")]
    public void NumbersAreRoundedForPeople(string column, double number, bool whole, string expected) =>
        Assert.Equal(expected, MetricText.Of(column, number, whole));

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1023, "1023 bytes")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(3L << 40, "3.0 TiB")]
    public void SizesHaveAUnit(long bytes, string expected) => Assert.Equal(expected, ByteText.Of(bytes));
}
