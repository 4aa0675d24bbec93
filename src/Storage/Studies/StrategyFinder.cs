using Backtest.Engine.Parameters;
using Backtest.Engine.Signals;
using Backtest.Engine.Studies;
using Backtest.Engine.Studies.Expressions;
using Backtest.Storage.Problems;

namespace Backtest.Storage.Studies;

/// <summary>Finds the strategies that a study names, and checks the values that it gives their parameters.</summary>
/// <param name="document">The study file.</param>
/// <param name="builtIn">The strategies that need neither assembly nor source file.</param>
/// <param name="sources">Keeps compiled source files; null to compile them.</param>
internal sealed class StrategyFinder(StudyDocument document, IReadOnlyList<StrategyDefinition> builtIn, SourceCache? sources)
{
    private readonly Dictionary<string, StrategyLibrary?> _libraries = [];

    /// <summary>What is wrong in the source files of strategies.</summary>
    public List<InputProblem> InSources { get; } = [];

    /// <summary>The strategy of an entry; null where the problems say why there is none.</summary>
    public StrategyDefinition? Find(StrategyEntry entry)
    {
        var path = entry.File ?? entry.Assembly;
        var strategies = path is null ? builtIn : Open(entry, path)?.Strategies;
        if (strategies is null) return null;
        var named = entry.Name.Length == 0 && strategies.Count == 1 ? strategies[0].Declaration.Name : entry.Name;
        if (strategies.FirstOrDefault(strategy => strategy.Declaration.Name == named) is not { } found)
        {
            Report(entry, Unknown(named, path, [.. strategies.Select(strategy => strategy.Declaration.Name)]));
            return null;
        }

        found = found.WithRules(entry.Axes);
        var parameters = found.Declaration.Parameters;
        foreach (var axis in entry.Axes) Check(axis, found.Declaration);
        RulesReader.Check(entry, document);
        if (entry.Where is { } where) Check(where, parameters);
        return found;
    }

    private static string Unknown(string name, string? path, IReadOnlyList<string> names)
    {
        if (name.Length == 0) return $"{path} has several strategies: add 'name' with one of {string.Join(", ", names)}";
        var remedy = Spelling.Remedy(name, names);
        return path is null ? $"there is no built-in strategy '{name}': {remedy}" : $"{path} has no strategy '{name}': {remedy}";
    }

    private StrategyLibrary? Open(StrategyEntry entry, string file)
    {
        var path = StudyLoader.PathOf(file, document.Path);
        if (_libraries.TryGetValue(path, out var known)) return known;
        return _libraries[path] = entry.File is null ? LoadAssembly(entry, path) : Compile(entry, path);
    }

    private StrategyLibrary? LoadAssembly(StrategyEntry entry, string path)
    {
        try
        {
            return StrategyAssembly.Load(path);
        }
        catch (StrategyAssemblyException exception)
        {
            Report(entry, exception.Message);
            return null;
        }
    }

    private StrategyLibrary? Compile(StrategyEntry entry, string path)
    {
        if (!File.Exists(path))
        {
            Report(entry, $"there is no file '{entry.File}' (looked for {path}): paths start at the study file's folder");
            return null;
        }

        try
        {
            return StrategySource.Load(path, sources);
        }
        catch (InputException exception)
        {
            InSources.AddRange(exception.Problems);
            return null;
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
