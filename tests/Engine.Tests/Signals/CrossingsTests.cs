using Backtest.Engine.Signals;
using CsCheck;

namespace Backtest.Engine.Tests.Signals;

public sealed class CrossingsTests
{
    // Few values, so that columns are often equal; NaN in a warm-up, and in the midst of a column too.
    private static readonly Gen<(double[] Fast, double[] Slow)> Columns = Gen.Select(Gen.Int[0, 300], Gen.Int[0, 20]).SelectMany((count, warmUp) =>
    {
        var value = Gen.Frequency((warmUp, Gen.Const(double.NaN)), (30, Gen.Int[1, 4].Select(number => (double)number)));
        return Gen.Select(value.Array[count], value.Array[count]);
    });

    [Fact]
    public void ACrossIsAChangeOfSideSinceTheNearestBarThatHadOne() => Columns.Sample(columns =>
    {
        var (fast, slow) = columns;
        var signals = Signals(fast.Length);

        Crossings.Write(fast, slow, signals.Entries, signals.Exits);

        for (var bar = 0; bar < fast.Length; bar++)
        {
            var before = Enumerable.Range(0, bar).LastOrDefault(earlier => fast[earlier] < slow[earlier] || fast[earlier] > slow[earlier], -1);
            Assert.Equal((bar, before >= 0 && fast[before] < slow[before] && fast[bar] > slow[bar]), (bar, signals.Entries[bar]));
            Assert.Equal((bar, before >= 0 && fast[before] > slow[before] && fast[bar] < slow[bar]), (bar, signals.Exits[bar]));
        }
    });

    [Fact]
    public void ComparisonsWithAnotherColumnOrALimitAreThoseOfNumbers() => Columns.Sample(columns =>
    {
        var (left, right) = columns;
        SignalColumns pair = Signals(left.Length), limit = Signals(left.Length);

        Crossings.WriteGreater(left, right, pair.Entries);
        Crossings.WriteAbove(left, 2, limit.Entries);
        Crossings.WriteBelow(left, 2, limit.Exits);

        for (var bar = 0; bar < left.Length; bar++)
        {
            Assert.Equal((bar, left[bar] > right[bar]), (bar, pair.Entries[bar]));
            Assert.Equal((bar, left[bar] > 2, left[bar] < 2), (bar, limit.Entries[bar], limit.Exits[bar]));
        }
    });

    [Fact]
    public void ATouchIsNoCrossAndTheFirstSideIsNone()
    {
        var signals = Signals(6);

        Crossings.Write([2, 1, 2, 2, 3, 2], [1, 2, 2, 3, 2, 2], signals.Entries, signals.Exits);

        Assert.Equal((4, -1), (signals.Entries.NextSet(0), signals.Entries.NextSet(5)));
        Assert.Equal((1, -1), (signals.Exits.NextSet(0), signals.Exits.NextSet(2)));
    }

    private static SignalColumns Signals(int count)
    {
        var signals = new SignalColumns();
        signals.Reset(count);
        return signals;
    }
}
