using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Backtest.Host.CommandLine;

namespace Backtest.Host.Tests.Examples;

/// <summary>The built program in a process of its own, whose standard error can be waited for.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly List<string> _lines = [];

    public ProgramProcess(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(BacktestProgram).Assembly.Location);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, data) =>
        {
            lock (_lines)
            {
                if (data.Data is { } line) _lines.Add(line);
                Monitor.PulseAll(_lines);
            }
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>What it has written to standard error.</summary>
    public string Error
    {
        get
        {
            lock (_lines) return string.Join('\n', _lines);
        }
    }

    /// <summary>True once it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Waits for a line of standard error that matches.</summary>
    public void WaitFor(string pattern)
    {
        var until = Stopwatch.StartNew();
        lock (_lines)
        {
            while (!_lines.Any(line => Regex.IsMatch(line, pattern)))
                Assert.True(Monitor.Wait(_lines, Patience) && until.Elapsed < Patience, $"no '{pattern}' in:\n{string.Join('\n', _lines)}");
        }
    }

    /// <summary>Sends a signal; where SIGINT is ignored by this process, its children inherit that, and it is SIGTERM.</summary>
    public void Signal(string name)
    {
        var signal = name == "INT" && IsInterruptIgnored() ? "TERM" : name;
        using var kill = Process.Start("/bin/kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public int WaitForExit()
    {
        Assert.True(_process.WaitForExit(Patience), $"it does not end:\n{Error}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static bool IsInterruptIgnored()
    {
        const ulong Interrupt = 1UL << 1;
        var mask = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            : null;
        return mask is not null && (Convert.ToUInt64(mask[7..].Trim(), 16) & Interrupt) != 0;
    }
}
