using System.Runtime.CompilerServices;

namespace FaultyStrategies;

/// <summary>The ways in which code goes wrong. Only the first can be caught by whoever runs it in the same process.</summary>
internal static class Fault
{
    private const int BlockBytes = 64 << 20;
    private static readonly List<byte[]> Kept = [];

    /// <summary>Their names; <c>none</c> goes well.</summary>
    public static string[] Modes => ["throw", "hang", "exit", "overflow", "allocate", "none"];

    /// <summary>Goes wrong.</summary>
    public static void Commit(string mode, int id)
    {
        switch (mode)
        {
            case "throw":
                throw new InvalidOperationException($"backtest {id} is faulty");
            case "hang":
                while (true) Thread.Sleep(1000);
            case "exit":
                Environment.Exit(86);
                break;
            case "overflow":
                Overflow(id);
                break;
            case "allocate":
                Allocate();
                break;
        }
    }

    /// <summary>Ends the process: a stack overflow cannot be caught.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static int Overflow(int depth) => Overflow(depth + 1) + Overflow(depth + 2);

    /// <summary>Takes memory, page by page, and keeps it until there is none left.</summary>
    private static void Allocate()
    {
        while (true)
        {
            var block = new byte[BlockBytes];
            for (var at = 0; at < block.Length; at += 4096) block[at] = 1;
            lock (Kept) Kept.Add(block);
        }
    }
}
