using CsCheck;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>Random columns of bars. Prices are whole steps of a tick, so that there are flat bars, equal highs, and spells without a move;
/// some bars have no volume.</summary>
internal sealed record ExampleMarket(double[] Open, double[] High, double[] Low, double[] Close, double[] Volume)
{
    private const int FirstPrice = 500;

    public static Gen<ExampleMarket> Any { get; } = Gen.Select(
        Gen.Double[0.01, 3],
        Gen.Select(Gen.Int[-2, 2], Gen.Int[-4, 4], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 4]).Array[0, 160],
        Gen.Int[0, 40],
        (tick, bars, flat) => Of(tick, [.. bars, .. Enumerable.Repeat((0, 0, 0, 0, 0), flat), .. bars.Take(20)]));

    public int Count => Close.Length;

    public ExampleBar this[int bar] => new(Open[bar], High[bar], Low[bar], Close[bar], Volume[bar]);

    /// <summary>The same market, whose columns have no value in some first bars.</summary>
    public ExampleMarket Delayed(int bars) => new(Late(Open, bars), Late(High, bars), Late(Low, bars), Late(Close, bars), Late(Volume, bars));

    private static double[] Late(double[] column, int bars) => [.. Enumerable.Repeat(double.NaN, bars), .. column];

    private static ExampleMarket Of(double tick, (int Gap, int Move, int Up, int Down, int Lots)[] moves)
    {
        var market = new ExampleMarket(
            new double[moves.Length], new double[moves.Length], new double[moves.Length], new double[moves.Length], new double[moves.Length]);
        var price = FirstPrice;
        for (var bar = 0; bar < moves.Length; bar++)
        {
            var open = Math.Max(10, price + moves[bar].Gap);
            price = Math.Max(10, open + moves[bar].Move);
            market.Open[bar] = tick * open;
            market.High[bar] = tick * (Math.Max(open, price) + moves[bar].Up);
            market.Low[bar] = tick * (Math.Min(open, price) - moves[bar].Down);
            market.Close[bar] = tick * price;
            market.Volume[bar] = 100.1 * moves[bar].Lots;
        }

        return market;
    }
}
