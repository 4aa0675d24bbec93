using System.Reflection;
using Backtest.Strategies.Indicators;
using Backtest.Strategies.Tests.Indicators.Twins;
using CsCheck;

namespace Backtest.Strategies.Tests.Indicators;

/// <summary>What holds for every indicator: its column and its bar-by-bar form are one, to the bit.</summary>
public sealed class IndicatorTwinTests
{
    private const int Runs = 100;

    private static readonly Type[] Indicators =
    [
        .. typeof(SimpleMovingAverage).Assembly.GetExportedTypes().Where(type =>
            type.Namespace == typeof(SimpleMovingAverage).Namespace && !type.Name.StartsWith("Shared", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Names => [.. Twin.All.Select(twin => twin.Name)];

    public static TheoryData<string> NamesOfOneColumn => [.. Twin.All.Where(twin => twin.ReadsOneColumn).Select(twin => twin.Name)];

    [Fact]
    public void EveryColumnOfEveryIndicatorHasATwin() => Assert.Equal(
        Indicators.SelectMany(ColumnsOf).Order(),
        Twin.All.Select(twin => twin.Name).Order());

    [Fact]
    public void EveryIndicatorHasBothForms() => Assert.All(Indicators, type =>
    {
        Assert.NotEmpty(ColumnsOf(type));
        Assert.NotNull(type.GetMethod("Update"));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void BarByBarIsTheColumnToTheBit(string name) => Gen.Select(ExampleMarket.Any, ExampleParameters.Any).Sample(
        (market, parameters) => Equal(Find(name).Columns(market, parameters), Find(name).Running(market, parameters)), iter: Runs);

    [Theory]
    [MemberData(nameof(NamesOfOneColumn))]
    public void AColumnThatBeginsLateGivesTheSameLater(string name) =>
        Gen.Select(ExampleMarket.Any, ExampleParameters.Any, Gen.Int[1, 40]).Sample(
            (market, parameters, bars) =>
            {
                var (twin, late) = (Find(name), market.Delayed(bars));
                var expected = twin.Columns(market, parameters);
                for (var at = 0; at < expected.Length; at++) expected[at] = [.. Enumerable.Repeat(double.NaN, bars), .. expected[at]];

                Equal(expected, twin.Columns(late, parameters));
                Equal(expected, twin.Running(late, parameters));
            },
            iter: Runs);

    [Theory]
    [MemberData(nameof(Names))]
    public void ABarAllocatesNothing(string name)
    {
        var (market, parameters) = Gen.Select(ExampleMarket.Any.Where(market => market.Count > 100), ExampleParameters.Any).Single();

        Find(name).Advance(market, parameters, 0);

        Assert.Equal(0, Find(name).Advance(market, parameters, 10));
    }

    /// <summary>The methods of a class that write columns.</summary>
    private static IEnumerable<string> ColumnsOf(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.Name.StartsWith("Write", StringComparison.Ordinal)).Select(method => $"{type.Name}.{method.Name}");

    /// <summary>A parameter that an indicator does not take is one that changes nothing.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void APeriodThatIsTooShortIsRefused(string name) => ExampleMarket.Any.Where(market => market.Count > 100).Sample(
        market =>
        {
            var (twin, usual) = (Find(name), new ExampleParameters(5, 6, 7, 0.5, 1));
            var columns = twin.Columns(market, usual);
            ExampleParameters[] shorts = [usual with { First = -5 }, usual with { Second = -5 }, usual with { Third = -5 }];
            foreach (var parameters in shorts)
            {
                if (Record.Exception(() => Equal(columns, twin.Columns(market, parameters))) is { } refused)
                    Assert.IsType<ArgumentOutOfRangeException>(refused);
                if (Record.Exception(() => Equal(columns, twin.Running(market, parameters))) is { } refusedToo)
                    Assert.IsType<ArgumentOutOfRangeException>(refusedToo);
            }
        },
        iter: 5);

    private static Twin Find(string name) => Twin.All.Single(twin => twin.Name == name);

    private static void Equal(double[][] expected, double[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var column = 0; column < expected.Length; column++)
        {
            Assert.Equal(expected[column].Length, actual[column].Length);
            for (var bar = 0; bar < expected[column].Length; bar++)
                Assert.True(
                    Bits(expected[column][bar]) == Bits(actual[column][bar]),
                    $"column {column}, bar {bar}: {expected[column][bar]:R}, {actual[column][bar]:R}");
        }
    }

    /// <summary>Every NaN is the same one.</summary>
    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
