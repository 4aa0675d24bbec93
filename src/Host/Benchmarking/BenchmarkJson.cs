using System.Text.Json;

namespace Backtest.Host.Benchmarking;

/// <summary>A benchmark as JSON, for programs: seconds and bytes.</summary>
internal static class BenchmarkJson
{
    private static readonly JsonSerializerOptions Style = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The text.</summary>
    public static string Of(SetupMeasurements measured) => JsonSerializer.Serialize(
        new
        {
            measured.Study,
            Machine = new
            {
                measured.Machine.Cores,
                TotalMemoryBytes = measured.Machine.TotalMemory,
                AvailableMemoryBytes = measured.Machine.AvailableMemory,
                System = measured.Machine.System.ToString().ToLowerInvariant(),
                Runtime = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
            },
            measured.Sample,
            measured.Planned,
            measured.Repeats,
            StartSeconds = measured.Start.TotalSeconds,
            IsTelling = measured.IsTelling,
            SameResults = true,
            measured.ProcessorShare,
            Configurations = measured.Rows.Select(row => new
            {
                row.Name,
                row.Workers,
                Seconds = row.Runtime.TotalSeconds,
                Speedup = measured.Speedup(row),
                ProcessorSeconds = row.Processor.TotalSeconds,
                PeakResidentBytes = row.PeakResident,
                ExpectedSeconds = measured.Extrapolate(row, measured.Planned).TotalSeconds,
            }),
        },
        Style) + "\n";
}
