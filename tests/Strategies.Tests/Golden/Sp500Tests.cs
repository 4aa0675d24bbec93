using System.Security.Cryptography;
using Backtest.Goldens;

namespace Backtest.Strategies.Tests.Golden;

public sealed class Sp500Tests
{
    /// <summary>The figures of every other tool were computed on exactly these bytes.</summary>
    [Fact]
    public void TheGoldensInputIsTheSampleData()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "sp500-2000.csv"));

        Assert.Equal("9409e9342d0657c747324e4cfabce8a8c7f663bc485b95a3378f36b0a160f8c8", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(5105, Sp500.Bars.Count);
    }
}
