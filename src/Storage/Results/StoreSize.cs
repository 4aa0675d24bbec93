using Backtest.Storage.Store;

namespace Backtest.Storage.Results;

/// <summary>How much of the disk a store takes.</summary>
public static class StoreSize
{
    /// <summary>The bytes of all its files, cached bars included.</summary>
    public static long Of(StoreDirectory store) => Directory.Exists(store.Path)
        ? new DirectoryInfo(store.Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0)
        : 0;
}
