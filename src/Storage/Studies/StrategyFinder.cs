using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;

namespace Backtest.Storage.Studies;

/// <summary>Finds the strategies that a study names, and checks the values that it gives their parameters.</summary>
/// <param name="document">The study file.</param>
/// <param name="builtIn">The strategies that need no assembly.</param>
internal sealed class StrategyFinder(StudyDocument document, IReadOnlyList<StrategyDefinition> builtIn)
{
    private readonly Dictionary<string, StrategyAssembly?> _assemblies = [];

    /// <summary>The strategy of an entry; null where the document's problems say why there is none.</summary>
    public StrategyDefinition? Find(StrategyEntry entry)
    {
        var strategies = entry.Assembly is null ? builtIn : Open(entry)?.Strategies;
        if (strategies is null) return null;
        if (strategies.FirstOrDefault(strategy => strategy.Declaration.Name == entry.Name) is not { } found)
        {
            Report(entry, Unknown(entry, [.. strategies.Select(strategy => strategy.Declaration.Name)]));
            return null;
        }

        found = found.WithRules(entry.Axes);
        var parameters = found.Declaration.Parameters;
        foreach (var axis in entry.Axes) Check(axis, found.Declaration);
        RulesReader.Check(entry, document);
        if (entry.Where is { } where) Check(where, parameters);
        return found;
    }

    private static string Unknown(StrategyEntry entry, IReadOnlyList<string> names)
    {
        var remedy = Spelling.Remedy(entry.Name, names);
        return entry.Assembly is null
            ? $"there is no built-in strategy '{entry.Name}': {remedy}"
            : $"{entry.Assembly} has no strategy '{entry.Name}': {remedy}";
    }

    private StrategyAssembly? Open(StrategyEntry entry)
    {
        var path = StudyLoader.PathOf(entry.Assembly!, document.Path);
        if (_assemblies.TryGetValue(path, out var known)) return known;
        try
        {
            return _assemblies[path] = StrategyAssembly.Load(path);
        }
        catch (StrategyAssemblyException exception)
        {
            Report(entry, exception.Message);
            return _assemblies[path] = null;
        }
    }

    private void Check(ParameterAxis axis, StrategyDeclaration declaration)
    {
        if (declaration.Parameters.FirstOrDefault(parameter => parameter.Name == axis.Name) is not { } parameter)
        {
            var names = declaration.Parameters.Select(known => known.Name).ToArray();
            var remedy = Spelling.Nearest(axis.Name, names) is { } nearest ? $"did you mean '{nearest}'?"
                : names.Length == 0 ? "it has none" : $"it has {string.Join(", ", names)}";
            Report(axis, $"strategy {declaration.Name} has no parameter '{axis.Name}': {remedy}");
            return;
        }

        // A range is as good as its ends and its first step; a list is looked through.
        var values = axis.IsRange ? new[] { axis[0], axis[Math.Min(1, axis.Count - 1)], axis[axis.Count - 1] } : axis.Values;
        if (values.Select(parameter.Defect).FirstOrDefault(defect => defect is not null) is { } defect) Report(axis, defect);
        else if (!axis.IsRange && values.Count != values.Distinct().Count()) Report(axis, $"{parameter.ShortName} has a value twice: keep it once");
    }

    private void Check(Expression where, IReadOnlyList<ParameterDeclaration> parameters)
    {
        try
        {
            where.ForParameters(parameters);
        }
        catch (ExpressionException problem)
        {
            StrategyReader.Report(document, document.PositionOf(where), problem);
        }
    }

    private void Report(object part, string message)
    {
        var (line, column) = document.PositionOf(part);
        document.Problems.Add(line, column, message);
    }
}
