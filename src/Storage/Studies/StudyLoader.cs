using Backtest.Engine.Market;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;
using Backtest.Storage.Bars;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Studies;

/// <summary>Joins a study file with the bars and strategies that it names.</summary>
public static class StudyLoader
{
    /// <summary>Loads a study.</summary>
    /// <param name="document">The study file.</param>
    /// <param name="builtIn">The strategies that need neither assembly nor source file.</param>
    /// <param name="cache">Keeps parsed bars; null to parse them.</param>
    /// <param name="sources">Keeps compiled strategies; null to compile them.</param>
    /// <exception cref="InputException">All that is wrong with the study file and with the files that it names.</exception>
    public static Study Load(
        StudyDocument document, IReadOnlyList<StrategyDefinition> builtIn, BarCache? cache = null, SourceCache? sources = null)
    {
        List<InputProblem> inOtherFiles = [];
        var strategies = new StrategyFinder(document, builtIn, sources);
        StrategyDefinition?[] found = [.. document.Definition.Strategies.Select(entry => strategies.Find(entry))];
        inOtherFiles.AddRange(strategies.InSources);
        var series = new DataLoader(document, cache, inOtherFiles).Load();
        if (document.Problems.Count > 0 || inOtherFiles.Count > 0)
            throw new InputException([.. document.Problems.All().Distinct().OrderBy(PositionIn), .. inOtherFiles]);
        CheckSymbols(document, series, found);
        var entries = document.Definition.Strategies.Select((entry, at) => entry with { Name = found[at]!.Declaration.Name });
        return new Study(document.Definition with { Strategies = [.. entries] }, series, [.. found.Select(strategy => strategy!)]);
    }

    /// <summary>Refuses strategies that cannot trade a data set, at their place in the file.</summary>
    private static void CheckSymbols(StudyDocument document, List<BarSeries> series, StrategyDefinition?[] strategies)
    {
        for (var at = 0; at < strategies.Length; at++)
        {
            foreach (var bars in series)
            {
                if (strategies[at]!.Defect(bars.Portfolio?.Symbols.Count ?? 1) is not { } defect) continue;
                var (line, column) = document.PositionOf(document.Definition.Strategies[at]);
                throw new InputException(document.Path, line, column, $"{defect} (data set {bars.Symbol})");
            }
        }
    }

    /// <summary>In the order of the file; what has no line comes last.</summary>
    private static (int Line, int Column) PositionIn(InputProblem problem) => problem.Line == 0 ? (int.MaxValue, 0) : (problem.Line, problem.Column);

    /// <summary>A path of a study file, which starts at that file's folder: absolute where the study's own path is, else relative to the current
    /// directory.</summary>
    internal static string PathOf(string path, string study)
    {
        var full = Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(study))!);
        return Path.IsPathRooted(study) || Path.IsPathRooted(path) ? full : Path.GetRelativePath(Environment.CurrentDirectory, full);
    }
}
