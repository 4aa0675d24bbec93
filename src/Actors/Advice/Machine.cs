namespace Backtest.Actors.Advice;

/// <summary>What there is to know about a machine before a run.</summary>
/// <param name="Cores">Logical cores that this process may use.</param>
/// <param name="TotalMemory">Memory in bytes, or the limit that this process runs under.</param>
/// <param name="AvailableMemory">Memory still to be had, in bytes.</param>
/// <param name="System">The operating system.</param>
public sealed record Machine(int Cores, long TotalMemory, long AvailableMemory, OperatingSystemKind System)
{
    /// <summary>This machine, now.</summary>
    public static Machine Current
    {
        get
        {
            var memory = MemoryReader.Read();
            var system = OperatingSystem.IsWindows() ? OperatingSystemKind.Windows
                : OperatingSystem.IsMacOS() ? OperatingSystemKind.MacOS : OperatingSystemKind.Linux;
            return new Machine(Environment.ProcessorCount, memory.Total, memory.Available, system);
        }
    }
}

/// <summary>The kinds of operating system that the advice differs for.</summary>
public enum OperatingSystemKind
{
    /// <summary>Linux and other Unix systems.</summary>
    Linux,

    /// <summary>macOS.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}
