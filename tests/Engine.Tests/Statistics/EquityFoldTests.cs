using Backtest.Engine.Statistics;
using Backtest.Engine.Tests.Examples;
using CsCheck;

namespace Backtest.Engine.Tests.Statistics;

public sealed class EquityFoldTests
{
    private static readonly Gen<(bool Held, int Bars)[]> Spells = Gen.Select(Gen.Bool, Gen.Int[1, 150]).Array[1, 6];

    [Fact]
    public void AFoldOfSpellsEqualsTheListOfTheirEquities() =>
        Gen.Select(Spells, Gen.ULong, Gen.OneOf(0, 0.0001, -0.0001), Gen.Int[0, 50]).Sample(
            (spells, seed, riskFree, first) =>
            {
                const double Capital = 1000;
                var closes = ExampleBars.Random(spells.Sum(spell => spell.Bars), seed).Close.ToArray();
                var (fold, equity, held, cash) = (new EquityFold(Capital, riskFree, first), new List<double>(), 0, Capital);
                foreach (var spell in spells)
                {
                    var span = closes.AsSpan(equity.Count, spell.Bars);
                    if (spell.Held)
                    {
                        var (quantity, rest) = (cash / span[0] * 0.9, cash * 0.1);
                        fold.Hold(span, quantity, rest);
                        foreach (var close in span) equity.Add(quantity * close + rest);
                        cash = equity[^1];
                        held += spell.Bars;
                    }
                    else
                    {
                        fold.Flat(first + equity.Count + spell.Bars);
                        for (var bar = 0; bar < spell.Bars; bar++) equity.Add(cash);
                    }
                }

                var returns = NaiveMetrics.Returns(equity, Capital);
                Assert.Equal((equity.Count, held, equity[^1]), (fold.Bars, fold.HeldBars, fold.Equity));
                Assert.Equal(NaiveMetrics.Drawdown(equity, Capital), fold.Drawdown);
                Near.Equal(returns.Sum(), fold.Returns.Sum, "sum", 1e-12);
                Near.Equal(returns.Sum(value => value * value), fold.Returns.Squares, "squares", 1e-12);
                Near.Equal(NaiveMetrics.Downside(returns, riskFree), fold.Returns.Downside, "downside", 1e-12);
            },
            iter: 1000);

    [Fact]
    public void AFlatSpellThatHasEndedAlreadyChangesNothing()
    {
        var fold = new EquityFold(100, 0.01, 5);
        fold.Flat(8);
        var (bars, returns) = (fold.Bars, fold.Returns);

        fold.Flat(8);
        fold.Flat(3);

        Assert.Equal((3, bars, returns), (fold.Bars, fold.Bars, fold.Returns));
    }
}
