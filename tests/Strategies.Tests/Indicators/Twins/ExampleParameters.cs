using CsCheck;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>Random parameters of an indicator; each takes what it needs.</summary>
/// <param name="First">A period.</param>
/// <param name="Second">Another period.</param>
/// <param name="Third">Another period.</param>
/// <param name="Share">A number from 0 to 1.</param>
/// <param name="Width">A number above 0.</param>
internal sealed record ExampleParameters(int First, int Second, int Third, double Share, double Width)
{
    public static Gen<ExampleParameters> Any { get; } = Gen.Select(
        Gen.Int[1, 25], Gen.Int[1, 25], Gen.Int[1, 25], Gen.Double.Unit, Gen.Double[0.1, 5],
        (first, second, third, share, width) => new ExampleParameters(first, second, third, share, width));
}
