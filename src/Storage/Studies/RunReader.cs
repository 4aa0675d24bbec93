using Backtest.Engine.Studies;
using YamlDotNet.RepresentationModel;

namespace Backtest.Storage.Studies;

/// <summary>Reads <c>run</c>: how the study wants to be run.</summary>
internal static class RunReader
{
    private const int MostWorkers = 1024;
    private const int LargestBatch = 1_000_000;

    /// <summary>The settings; automatic where the file says nothing.</summary>
    public static RunSettings Read(YamlMap study, StudyDocument document)
    {
        if (study.Find("run") is not { } node) return new RunSettings();
        if (node is not YamlMappingNode mapping)
        {
            study.Report(node, $"run is {YamlMap.KindOf(node)}: it has to be a mapping such as {{ workers: auto, timeout: 60s }}");
            return new RunSettings();
        }

        var map = new YamlMap(
            mapping, document.Problems, "run", "workers", "batch-size", "checkpoint-batch-size", "continue-on-error", "isolation", "timeout");
        RefuseIsolation(map);
        return new RunSettings(
            IsAuto(map, "workers") ? null : map.Value("workers", $"none, auto, -1 for all cores, or 1 to {MostWorkers}", Workers),
            IsAuto(map, "batch-size") ? null : map.Value("batch-size", $"auto, or 1 to {LargestBatch}", Batch),
            IsAuto(map, "checkpoint-batch-size") ? null : map.Value("checkpoint-batch-size", $"auto, or 1 to {LargestBatch}", Batch),
            map.Value("continue-on-error", "true or false", ScalarText.Truth) ?? true,
            map.Value("timeout", "a time such as 60s, 5m or 1h", ScalarText.Duration));
    }

    private static bool IsAuto(YamlMap map, string key) => map.Find(key) is YamlScalarNode { Value: "auto" };

    private static int? Workers(string text) => text == "none"
        ? 0
        : ScalarText.Whole(text) is { } count and (-1 or (>= 1 and <= MostWorkers)) ? (int)count : null;

    private static int? Batch(string text) => ScalarText.Whole(text) is { } size and >= 1 and <= LargestBatch ? (int)size : null;

    private static void RefuseIsolation(YamlMap map)
    {
        if (map.Scalar("isolation", "none") is not { Value: { } isolation } scalar || isolation == "none") return;
        map.Report(scalar, isolation == "process"
            ? "isolation process cannot be run by this version: only none can"
            : $"isolation is '{isolation}': it has to be none");
    }
}
