using Backtest.Engine.Parameters;
using Backtest.Engine.Studies;

namespace Backtest.Storage.Results;

/// <summary>Makes the columns of parameters.</summary>
internal static class ParameterColumns
{
    private const string Prefix = "parameter_";

    /// <summary>The union of the strategies' parameters in order of first appearance. A parameter that has the name of a result column, such as
    /// <c>window</c>, is called <c>parameter_window</c>. A rule is called what the study file calls it.</summary>
    public static IReadOnlyList<ResultColumn> Of(Study study, HashSet<string> taken)
    {
        var declared = study.Strategies.Select(strategy => strategy.Declaration.Parameters).ToArray();
        List<ResultColumn> columns = [];
        var names = declared.SelectMany(parameters => parameters).Select(parameter => (parameter.Name, parameter.ShortName));
        foreach (var (name, shortName) in names.Distinct())
        {
            var column = shortName;
            while (!taken.Add(column)) column = Prefix + column;
            columns.Add(Column(column, [.. declared.Select(parameters => PositionOf(name, parameters))], Same(name, declared)));
        }

        return columns;
    }

    private static ResultColumn Column(string name, int[] positions, ResultColumnKind kind)
    {
        string? Text(ResultRow row) => positions[row.StrategyAt] is >= 0 and var at ? row.Parameter(at).ToString() : null;
        double Number(ResultRow row) => positions[row.StrategyAt] is >= 0 and var at ? row.Parameter(at).Number : double.NaN;
        var column = kind == ResultColumnKind.Text
            ? new ResultColumn(name, Text)
            : new ResultColumn(name, kind, ColumnOrder.SmallestFirst, Number);
        return column.AsParameter();
    }

    /// <summary>Where strategies disagree about a name, the column holds what fits all.</summary>
    private static ResultColumnKind Same(string name, IReadOnlyList<ParameterDeclaration>[] declared)
    {
        var parameters = declared.SelectMany(all => all).Where(parameter => parameter.Name == name).ToArray();
        if (parameters.Any(parameter => parameter.Choices is not null)) return ResultColumnKind.Text;
        return parameters.All(parameter => parameter.WholeNumber) ? ResultColumnKind.Whole : ResultColumnKind.Real;
    }

    private static int PositionOf(string name, IReadOnlyList<ParameterDeclaration> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name) return i;
        }

        return -1;
    }
}
