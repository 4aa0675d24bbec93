using System.Globalization;
using Backtest.Actors.Running;

namespace Backtest.Actors.Advice;

/// <summary>Reads how much memory there is: what the runtime says, and on Linux what the kernel still has to give.</summary>
public static class MemoryReader
{
    private const string LinuxMemoryFile = "/proc/meminfo";

    /// <summary>Memory now, in bytes.</summary>
    public static MemoryUse Read()
    {
        var runtime = GC.GetGCMemoryInfo();
        var total = runtime.TotalAvailableMemoryBytes;
        var available = Math.Max(0, total - runtime.MemoryLoadBytes);
        if (LinuxAvailable() is { } kernel) available = Math.Min(kernel, total);
        return new MemoryUse(total, available, Environment.WorkingSet);
    }

    /// <summary>The line <c>MemAvailable: N kB</c>; null where there is no such file.</summary>
    private static long? LinuxAvailable()
    {
        if (!File.Exists(LinuxMemoryFile)) return null;
        foreach (var line in File.ReadLines(LinuxMemoryFile))
        {
            if (!line.StartsWith("MemAvailable:", StringComparison.Ordinal)) continue;
            var digits = line.AsSpan(13).Trim().TrimEnd("kB").Trim();
            return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var kib) ? kib * 1024 : null;
        }

        return null;
    }
}
