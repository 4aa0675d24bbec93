using Backtest.Engine.Numerics;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Numerics;

public sealed class DotProductTests
{
    [Fact]
    public void ItIsTheSumOfTheProductsForEveryLength()
    {
        var random = new SeededRandom(5);
        for (var length = 0; length < 40; length++)
        {
            double[] left = [.. Enumerable.Range(0, length).Select(_ => random.NextNormal())];
            double[] right = [.. Enumerable.Range(0, length).Select(_ => random.NextNormal())];

            Near.Equal(left.Zip(right, (a, b) => a * b).Sum(), DotProduct.Of(left, right), $"length {length}", 1e-13);
        }
    }
}
