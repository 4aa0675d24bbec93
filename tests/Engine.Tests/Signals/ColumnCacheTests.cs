using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Tests.Examples;

namespace Backtest.Engine.Tests.Signals;

public sealed class ColumnCacheTests
{
    private const int Bytes = 10 * sizeof(double);
    private static readonly BarSlice Slice = new(ExampleBars.Random(10, 1));

    [Fact]
    public void WhatWasComputedIsNotComputedAgain()
    {
        var cache = new ColumnCache();

        var first = cache.GetOrAdd(Slice, new ColumnKey("sma", 5), () => [new double[10]]);

        Assert.Same(first, cache.GetOrAdd(Slice, new ColumnKey("sma", 5), () => throw new InvalidOperationException()));
        Assert.Equal(Bytes, cache.Bytes);
    }

    [Fact]
    public void AnotherIndicatorParameterOrSliceIsAnotherColumn()
    {
        var cache = new ColumnCache();
        (BarSlice, ColumnKey)[] keys =
        [
            (Slice, new("sma", 5)), (Slice, new("ema", 5)), (Slice, new("sma", 6)), (Slice, new("sma", 5, 1)), (Slice, new("sma", 5, 0, 1)),
            (new BarSlice(Slice.Series, 0, 0, 9), new("sma", 5)),
        ];

        var columns = keys.Select(key => cache.GetOrAdd(key.Item1, key.Item2, () => [new double[10]]));

        Assert.Equal(keys.Length, columns.Distinct().Count());
    }

    [Fact]
    public void AFullCacheIsEmptiedAndKeepsTheNewest()
    {
        var cache = new ColumnCache(2 * Bytes);
        var computed = new List<double>();
        foreach (var period in new double[] { 1, 2, 1, 3, 3, 1 })
        {
            cache.GetOrAdd(Slice, new ColumnKey("sma", period), () =>
            {
                computed.Add(period);
                return [new double[10]];
            });
            Assert.InRange(cache.Bytes, Bytes, 2 * Bytes);
        }

        Assert.Equal([1, 2, 3, 1], computed);
    }

    [Fact]
    public void ColumnsLargerThanTheWholeCacheAreGivenButNotKept()
    {
        var cache = new ColumnCache(Bytes - 1);

        Assert.Equal(10, Assert.Single(cache.GetOrAdd(Slice, new ColumnKey("sma", 5), () => [new double[10]])).Length);

        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void AFailureIsNotKept()
    {
        var cache = new ColumnCache();
        Assert.Throws<InvalidOperationException>(() => cache.GetOrAdd(Slice, new ColumnKey("sma", 5), () => throw new InvalidOperationException()));

        Assert.Single(cache.GetOrAdd(Slice, new ColumnKey("sma", 5), () => [new double[10]]));
    }

    [Fact]
    public async Task WhoAsksAtTheSameTimeWaitsForTheFirst()
    {
        var cache = new ColumnCache();
        var computed = 0;
        using var started = new Barrier(8);
        var asked = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                started.SignalAndWait();
                return cache.GetOrAdd(Slice, new ColumnKey("sma", 5), () =>
                {
                    Interlocked.Increment(ref computed);
                    Thread.Sleep(20);
                    return [new double[10]];
                });
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));

        var columns = await Task.WhenAll(asked);

        Assert.Equal(1, computed);
        Assert.Single(columns.Distinct());
    }

    [Fact]
    public async Task ManyThreadsWithATinyCacheAlwaysGetWhatTheyAskedFor()
    {
        var cache = new ColumnCache(5 * Bytes);
        var workers = Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                var period = (i * 7 + worker) % 23;
                var columns = cache.GetOrAdd(Slice, new ColumnKey("sma", period), () => [[.. Enumerable.Repeat((double)period, 10)]]);
                Assert.Equal(period, columns[0][9]);
            }
        }));

        await Task.WhenAll(workers);

        Assert.InRange(cache.Bytes, 0, 5 * Bytes);
    }
}
