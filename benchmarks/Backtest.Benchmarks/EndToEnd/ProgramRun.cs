using System.Diagnostics;

namespace Backtest.Benchmarks.EndToEnd;

/// <summary>One run of the program as a process of its own.</summary>
/// <param name="Elapsed">From its start to its end.</param>
/// <param name="PeakResidentBytes">The most memory it held.</param>
internal sealed record ProgramRun(TimeSpan Elapsed, long PeakResidentBytes)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs <c>backtest</c> with arguments.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static ProgramRun Of(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "backtest.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(Glance)) peak = Math.Max(peak, Peak(process));
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(began);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"backtest {string.Join(' ', args)} ended with {process.ExitCode}:\n{error.Result}");
        _ = output.Result;
        return new ProgramRun(elapsed, peak);
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
