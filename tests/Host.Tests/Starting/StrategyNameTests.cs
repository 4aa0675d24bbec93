using Backtest.Host.CommandLine;
using Backtest.Host.Starting;

namespace Backtest.Host.Tests.Starting;

public sealed class StrategyNameTests
{
    [Theory]
    [InlineData("MyBreakout", "MyBreakout", "MyBreakout", "my-breakout")]
    [InlineData("my-breakout", "my-breakout", "MyBreakout", "my-breakout")]
    [InlineData("RSI2", "RSI2", "RSI2", "rsi2")]
    [InlineData("MyRSIBreakout.cs", "MyRSIBreakout", "MyRSIBreakout", "my-rsi-breakout")]
    [InlineData("deep/a", "a", "A", "a")]
    public void ANameHasAForm(string text, string file, string type, string declared)
    {
        var name = new StrategyName(text);

        Assert.Equal((file, type, declared), (name.File, name.Class, name.Declared));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2fast")]
    [InlineData("a b")]
    [InlineData("a--b")]
    [InlineData("a.b")]
    [InlineData("folder/")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg")]
    public void WhatIsNoNameIsRefused(string text)
    {
        var refused = Assert.Throws<UsageException>(() => new StrategyName(text));

        Assert.StartsWith($"'{text}' is no strategy's name", refused.Message, StringComparison.Ordinal);
    }
}
