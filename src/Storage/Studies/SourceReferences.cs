using Backtest.Engine.Signals;

namespace Backtest.Storage.Studies;

/// <summary>What a strategy's source is compiled against: the runtime that runs it, the engine, and the indicators where the program has them. No SDK
/// is needed.</summary>
internal static class SourceReferences
{
    private const string Engine = "Backtest.Engine.dll", Strategies = "Backtest.Strategies.dll";

    /// <summary>The assemblies.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Find()];

    /// <summary>Those that are the program's own.</summary>
    public static IEnumerable<string> OwnPaths => Paths.Where(path => Path.GetFileName(path) is Engine or Strategies);

    /// <summary>The namespaces that a source need not name.</summary>
    public static string Usings { get; } = string.Concat(Namespaces().Select(name => $"global using {name};\n"));

    private static IEnumerable<string> Find()
    {
        var known = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        foreach (var path in known)
        {
            if (Path.GetDirectoryName(path) == runtime || Path.GetFileName(path) is Engine or Strategies) yield return path;
        }

        // A host that loads the engine from elsewhere.
        if (!known.Any(path => Path.GetFileName(path) == Engine)) yield return typeof(IStrategy).Assembly.Location;
    }

    private static IEnumerable<string> Namespaces()
    {
        string[] always =
        [
            "System", "System.Collections.Generic", "System.Linq", "Backtest.Engine.Bars", "Backtest.Engine.Execution", "Backtest.Engine.Market",
            "Backtest.Engine.Parameters", "Backtest.Engine.Signals",
        ];
        return Paths.Any(path => Path.GetFileName(path) == Strategies) ? [.. always, "Backtest.Strategies.Indicators"] : always;
    }
}
