using Backtest.Engine.Numerics;
using Backtest.Engine.Signals;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Signals;

public sealed class StrategyDefinitionTests
{
    [Fact]
    public void ABuiltInStrategyIsItsNameAndItsVersion()
    {
        static Hash128 Fingerprint(string name, int version) => new StrategyDefinition(() => new LagStrategy(name, version)).Fingerprint;

        Assert.Equal(Fingerprint("lag", 1), Fingerprint("lag", 1));
        Assert.Equal(3, new[] { Fingerprint("lag", 1), Fingerprint("lag", 2), Fingerprint("other", 1) }.Distinct().Count());
    }

    [Fact]
    public void AStrategyOfAUsersOwnIsItsCode() =>
        Assert.Equal(new Hash128(5), new StrategyDefinition(() => new LagStrategy(), new Hash128(5)).Fingerprint);

    [Fact]
    public void EveryCallMakesANewInstance()
    {
        var definition = new StrategyDefinition(() => new LagStrategy());

        Assert.Equal("lag", definition.Declaration.Name);
        Assert.NotSame(definition.Create(), definition.Create());
    }
}
