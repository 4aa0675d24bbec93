using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Backtest.Actors.Advice;
using Backtest.Host.Benchmarking;
using Backtest.Host.CommandLine;
using static Backtest.Host.Running.PeopleText;

namespace Backtest.Host.Diagnosis;

/// <summary>Looks at the machine, the runtime and the terminal.</summary>
internal static class SystemCheck
{
    private const int FewCores = 2;
    private const long LittleMemory = 8L << 30;

    /// <summary>What there is to say.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="shell">The terminal.</param>
    public static IEnumerable<Finding> Find(Machine machine, Shell shell)
    {
        yield return machine.Cores > FewCores
            ? new Finding("cores", Invariant($"{machine.Cores}"))
            : new Finding("cores", Invariant($"{machine.Cores}"), FindingState.Note, "parallel runs win little with so few");
        var memory = $"{Size(machine.TotalMemory)}, {Size(machine.AvailableMemory)} available";
        yield return machine.TotalMemory >= LittleMemory
            ? new Finding("memory", memory)
            : new Finding("memory", memory, FindingState.Note, "less than 8 GB: large data may leave room for few workers");
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        yield return new Finding("system", $"{RuntimeInformation.OSDescription.Trim()}, {architecture}");
        var collection = GCSettings.IsServerGC ? "server" : "workstation";
        yield return new Finding("runtime", $"{RuntimeInformation.FrameworkDescription}, {collection} garbage collection");
        yield return Simd();
        yield return new Finding("terminal", Terminal(shell));
        yield return Invariance();
        yield return new Finding("workers", Advice(machine));
        yield return new Finding("platform", BenchmarkText.Platform(machine));
    }

    private static Finding Simd()
    {
        var bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
        return bits > 0
            ? new Finding("vectors", Invariant($"{bits} bits"))
            : new Finding("vectors", "none", FindingState.Note, "the processor's vector instructions are not used: runs are slower");
    }

    private static string Terminal(Shell shell)
    {
        var output = shell.OutputIsTerminal ? "a terminal" : "a pipe or a file";
        var error = shell.ErrorIsTerminal ? Invariant($"a terminal of {shell.ErrorWidth} columns") : "a pipe or a file";
        return $"results go to {output}, progress to {error}{(shell.UseColor ? "" : ", no colours")}";
    }

    /// <summary>Results must not depend on where the machine stands.</summary>
    private static Finding Invariance()
    {
        var value = $"times are UTC whatever the time zone ({TimeZoneInfo.Local.Id}), numbers have a point";
        return CultureInfo.CurrentCulture.Equals(CultureInfo.InvariantCulture)
            ? new Finding("time zone", value)
            : new Finding(
                "time zone",
                $"culture {CultureInfo.CurrentCulture.Name}",
                FindingState.Wrong,
                "start the program with DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1");
    }

    private static string Advice(Machine machine)
    {
        var advice = RunAdvisor.Advise(machine, RunAdvisor.ParallelPaysFrom * 1000L);
        return Invariant($"{advice.Workers} by --workers auto for many backtests, {machine.Cores} by --workers -1; ")
            + Invariant($"sequential below {RunAdvisor.ParallelFrom} backtests");
    }
}
