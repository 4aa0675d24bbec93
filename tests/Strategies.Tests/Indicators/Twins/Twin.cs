using System.Runtime.CompilerServices;

namespace Backtest.Strategies.Tests.Indicators.Twins;

/// <summary>The two forms of an indicator, as functions of bars and parameters.</summary>
/// <param name="Name">Class and method that writes the columns.</param>
/// <param name="ReadsOneColumn">Whether the close is all that it reads, so that it may be chained to another indicator.</param>
/// <param name="Columns">Computes the columns at once.</param>
/// <param name="Running">Computes them bar by bar.</param>
/// <param name="Advance">Takes a market bar by bar with a new instance and gives the bytes allocated from a bar on.</param>
internal sealed record Twin(
    string Name,
    bool ReadsOneColumn,
    Func<ExampleMarket, ExampleParameters, double[][]> Columns,
    Func<ExampleMarket, ExampleParameters, double[][]> Running,
    Func<ExampleMarket, ExampleParameters, int, long> Advance)
{
    /// <summary>Every indicator.</summary>
    public static IReadOnlyList<Twin> All { get; } =
        [.. AverageTwins.All, .. OscillatorTwins.All, .. TrendTwins.All, .. ChannelTwins.All, .. VolumeTwins.All, .. StatisticTwins.All];

    /// <summary>An indicator of the close, or of any other column.</summary>
    public static Twin OfColumn<T, TResult>(
        string name,
        int count,
        Action<double[], ExampleParameters, double[][]> write,
        Func<ExampleParameters, T> create,
        Func<T, double, TResult> update) =>
        Of(name, count, true, (market, parameters, columns) => write(market.Close, parameters, columns), create, (t, bar) => update(t, bar.Close));

    /// <summary>An indicator of several columns of the bars.</summary>
    public static Twin OfBars<T, TResult>(
        string name,
        int count,
        Action<ExampleMarket, ExampleParameters, double[][]> write,
        Func<ExampleParameters, T> create,
        Func<T, ExampleBar, TResult> update) => Of(name, count, false, write, create, update);

    public override string ToString() => Name;

    private static Twin Of<T, TResult>(
        string name,
        int count,
        bool readsOneColumn,
        Action<ExampleMarket, ExampleParameters, double[][]> write,
        Func<ExampleParameters, T> create,
        Func<T, ExampleBar, TResult> update) => new(
            name,
            readsOneColumn,
            (market, parameters) =>
            {
                var columns = Empty(count, market.Count);
                write(market, parameters, columns);
                return columns;
            },
            (market, parameters) =>
            {
                var (columns, running) = (Empty(count, market.Count), create(parameters));
                for (var bar = 0; bar < market.Count; bar++) Take(update(running, market[bar]), columns, bar);
                return columns;
            },
            (market, parameters, first) =>
            {
                var running = create(parameters);
                for (var bar = 0; bar < first; bar++) update(running, market[bar]);
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var bar = first; bar < market.Count; bar++) update(running, market[bar]);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });

    /// <summary>Columns that hold rubbish, so that a bar that is not written is seen.</summary>
    private static double[][] Empty(int count, int bars) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Repeat(-1e99, bars).ToArray())];

    private static void Take<TResult>(TResult result, double[][] columns, int bar)
    {
        var tuple = result as ITuple;
        Assert.Equal(columns.Length, tuple?.Length ?? 1);
        for (var at = 0; at < columns.Length; at++) columns[at][bar] = (double)(tuple is null ? (object)result! : tuple[at]!);
    }
}
